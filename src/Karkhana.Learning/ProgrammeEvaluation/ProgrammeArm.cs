namespace Karkhana.Learning;

/// <summary>Whose change is estimated.</summary>
public enum ProgrammeArm
{
    /// <summary>Firms that take part.</summary>
    TookPart,

    /// <summary>Firms that take part, compared with all others, near ones included: what spillover does to a careless comparison.</summary>
    TookPartAllControls,

    /// <summary>Firms in places of the programme that do not take part.</summary>
    UntreatedInPlace,

    /// <summary>Firms that do not take part, by their distance to those that do.</summary>
    DistanceBand,
}
