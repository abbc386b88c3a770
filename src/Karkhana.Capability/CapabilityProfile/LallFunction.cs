namespace Karkhana.Capability;

/// <summary>The functions of the capability matrix (Lall 1992).</summary>
public enum LallFunction
{
    /// <summary>Choosing and preparing an investment.</summary>
    PreInvestment,

    /// <summary>Carrying it out.</summary>
    ProjectExecution,

    /// <summary>Running and changing the process.</summary>
    Process,

    /// <summary>Making and changing the product.</summary>
    Product,

    /// <summary>Planning, measuring and costing work.</summary>
    Industrial,

    /// <summary>Exchanging technology with others.</summary>
    Linkages,
}
