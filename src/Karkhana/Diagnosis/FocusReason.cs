namespace Karkhana.Diagnosis;

/// <summary>Why an industry is the one that a diagnosis is about.</summary>
public enum FocusReason
{
    /// <summary>Somebody asked for it.</summary>
    Asked,

    /// <summary>Most of the firms that answered the survey are in it.</summary>
    MostSurveyed,

    /// <summary>Nobody asked for one and no survey tells: of all industries it is the most concentrated.</summary>
    MostConcentrated,

    /// <summary>It is the only one, or the first of a register whose industries were not compared.</summary>
    First,
}
