namespace Karkhana.Benchmarks.Learning;

/// <summary>What the pipeline found in one SYNTHETIC cluster, against the five points of framework Appendix B.</summary>
public sealed record Acceptance
{
    /// <summary>Gets whether the differential item was flagged by the rule (1 or 0).</summary>
    public required double DifferentialFlagged { get; init; }

    /// <summary>Gets whether it was flagged or suspected.</summary>
    public required double DifferentialNamed { get; init; }

    /// <summary>Gets the capability items named that work alike.</summary>
    public required double FalselyNamed { get; init; }

    /// <summary>Gets the unadjusted difference of the capability scores, in standard deviations.</summary>
    public required double NaiveGap { get; init; }

    /// <summary>Gets the difference for the clustered by augmented weighting; NaN when it was refused.</summary>
    public required double Augmented { get; init; }

    /// <summary>Gets the true difference for the clustered, in standard deviations of true capability.</summary>
    public required double TrueDifference { get; init; }

    /// <summary>Gets the unadjusted difference of true capability.</summary>
    public required double TrueNaiveGap { get; init; }

    /// <summary>Gets the difference by augmented weighting of true capability.</summary>
    public required double AugmentedOnTruth { get; init; }

    /// <summary>Gets whether its interval holds the true difference.</summary>
    public required double Covered { get; init; }

    /// <summary>Gets the planted slopes, by kind.</summary>
    public required double[] Planted { get; init; }

    /// <summary>Gets those whose sign came out right from the scores, one advantage at a time with the mean of the others, as the pipeline has it.</summary>
    public required double[] Recovered { get; init; }

    /// <summary>Gets those whose sign came out right with nothing of the others held equal.</summary>
    public required double[] RecoveredAlone { get; init; }

    /// <summary>Gets those whose sign came out right from the scores, all advantages together.</summary>
    public required double[] RecoveredTogether { get; init; }

    /// <summary>Gets those whose sign came out right from the true values, all advantages together.</summary>
    public required double[] RecoveredFromTruth { get; init; }

    /// <summary>Gets the estimates on EE05 that were reported after correction, in regressions and channel account.</summary>
    public required double NullReported { get; init; }

    /// <summary>Gets the estimates on advantages that were reported.</summary>
    public required double Reported { get; init; }

    /// <summary>Gets whether the warning of sorting was marked.</summary>
    public required double SortingMarked { get; init; }

    /// <summary>Gets hypothesis verdicts: supported, of those that the plan makes true (H3, H9, H12, H14).</summary>
    public required double Supported { get; init; }

    /// <summary>Gets the share of planted slopes whose sign came out right, one advantage at a time.</summary>
    public double ShareRecovered => Recovered.Sum() / Planted.Sum();

    /// <summary>Gets the share, nothing of the others held equal.</summary>
    public double ShareAlone => RecoveredAlone.Sum() / Planted.Sum();

    /// <summary>Gets the share, all advantages together.</summary>
    public double ShareTogether => RecoveredTogether.Sum() / Planted.Sum();

    /// <summary>Gives all numbers in one row.</summary>
    /// <returns>The row.</returns>
    public double[] ToRow() =>
    [
        DifferentialFlagged, DifferentialNamed, FalselyNamed, NaiveGap, Augmented, TrueDifference, TrueNaiveGap, AugmentedOnTruth, Covered,
        NullReported, Reported, SortingMarked, Supported, .. Planted, .. Recovered, .. RecoveredTogether, .. RecoveredFromTruth, .. RecoveredAlone,
    ];

    /// <summary>Gets the number of kinds of planted slopes.</summary>
    public static int Kinds { get; } = Enum.GetValues<PlantedKind>().Length;

    /// <summary>Gets the length of a row.</summary>
    public static int Width => 13 + (5 * Kinds);

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>What it stands for.</returns>
    public static Acceptance Of(ReadOnlySpan<double> row) => new()
    {
        DifferentialFlagged = row[0],
        DifferentialNamed = row[1],
        FalselyNamed = row[2],
        NaiveGap = row[3],
        Augmented = row[4],
        TrueDifference = row[5],
        TrueNaiveGap = row[6],
        AugmentedOnTruth = row[7],
        Covered = row[8],
        NullReported = row[9],
        Reported = row[10],
        SortingMarked = row[11],
        Supported = row[12],
        Planted = row.Slice(13, Kinds).ToArray(),
        Recovered = row.Slice(13 + Kinds, Kinds).ToArray(),
        RecoveredTogether = row.Slice(13 + (2 * Kinds), Kinds).ToArray(),
        RecoveredFromTruth = row.Slice(13 + (3 * Kinds), Kinds).ToArray(),
        RecoveredAlone = row.Slice(13 + (4 * Kinds), Kinds).ToArray(),
    };
}
