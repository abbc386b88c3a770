namespace Karkhana.Simulation;

/// <summary>How the irrigation branch is built in a variant of its history.</summary>
public enum MarketStructure
{
    /// <summary>One market, and firms that make the whole product.</summary>
    Whole,

    /// <summary>A low end and an upper end that takes good quality only.</summary>
    Segmented,

    /// <summary>Production steps can be done apart: a project and a firm can be smaller, and less of the cost is fixed.</summary>
    SeparableProcesses,

    /// <summary>Both.</summary>
    SegmentedAndSeparable,
}
