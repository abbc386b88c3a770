namespace Karkhana.Policy;

/// <summary>A condition under which a lever is not advised (framework 4.3).</summary>
public enum VetoRule
{
    /// <summary>None.</summary>
    None,

    /// <summary>Fewer than 15 firms report an indivisible step.</summary>
    IndivisibleNeed,

    /// <summary>A quarter of the firms or more report that cooperation failed.</summary>
    FailedCooperation,

    /// <summary>The median firm has next to no trained technical staff.</summary>
    AbsorptiveCapacity,
}
