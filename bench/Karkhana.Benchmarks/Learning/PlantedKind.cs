namespace Karkhana.Benchmarks.Learning;

/// <summary>Which equations of the framework a planted cell of the matrix of advantages belongs to.</summary>
public enum PlantedKind
{
    /// <summary>Effort on an advantage (M1).</summary>
    Effort,

    /// <summary>A channel of learning, by block M, on an advantage (M1a to M1d).</summary>
    Channel,

    /// <summary>Capability on an advantage, effort held equal (M2).</summary>
    Capability,

    /// <summary>Performance on an advantage, capability held equal (M3).</summary>
    Performance,
}
