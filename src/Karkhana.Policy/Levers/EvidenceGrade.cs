namespace Karkhana.Policy;

/// <summary>What kind of study stands behind a lever.</summary>
public enum EvidenceGrade
{
    /// <summary>Randomised.</summary>
    A,

    /// <summary>Quasi-experimental.</summary>
    B,

    /// <summary>Correlational, or a case.</summary>
    C,

    /// <summary>Reasoning only.</summary>
    D,
}
