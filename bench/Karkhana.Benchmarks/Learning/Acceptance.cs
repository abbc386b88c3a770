namespace Karkhana.Benchmarks.Learning;

/// <summary>What the pipeline found in one SYNTHETIC cluster, against the five points of framework Appendix B.</summary>
public sealed record Acceptance
{
    private const int Numbers = 12;
    private const int CellRows = 6;
    private const int MostCells = 182; // advantages in effort, four channels, capability, performance

    /// <summary>Gets the slope of the differential item.</summary>
    public required double DifferentialSlope { get; init; }

    /// <summary>Gets whether the differential item was found on the scores.</summary>
    public required DifferentialDetection Differential { get; init; }

    /// <summary>Gets whether it would be found by one who knew the true capability of every firm.</summary>
    public required DifferentialDetection DifferentialFromTruth { get; init; }

    /// <summary>Gets the capability items that work alike and are flagged or suspected.</summary>
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

    /// <summary>Gets the estimates on EE05 that were reported after correction, in regressions and channel account.</summary>
    public required double NullReported { get; init; }

    /// <summary>Gets the estimates on advantages that were reported.</summary>
    public required double Reported { get; init; }

    /// <summary>Gets whether the warning of sorting was marked.</summary>
    public required double SortingMarked { get; init; }

    /// <summary>Gets hypothesis verdicts: supported, of those that the plan makes true (H3, H9, H12, H14).</summary>
    public required double Supported { get; init; }

    /// <summary>Gets, for each of <see cref="ConstructPaths.All"/>, 1 − p/2 with the sign of the estimate against the planted one: positive is right, beyond
    /// 0.975 is right and clear; NaN where it could not be estimated.</summary>
    public required double[] Paths { get; init; }

    /// <summary>Gets the same from the true values in place of scores.</summary>
    public required double[] PathsFromTruth { get; init; }

    /// <summary>Gets the planted cells, by kind.</summary>
    public required double[] Planted { get; init; }

    /// <summary>Gets those that are positive.</summary>
    public required double[] AllPositive { get; init; }

    /// <summary>Gets those whose sign came out right from the scores, one advantage at a time with the mean of the others, as the pipeline has it.</summary>
    public required double[] Recovered { get; init; }

    /// <summary>Gets those whose sign came out right with nothing of the others held equal.</summary>
    public required double[] RecoveredAlone { get; init; }

    /// <summary>Gets those whose sign came out right from the scores, all advantages together.</summary>
    public required double[] RecoveredTogether { get; init; }

    /// <summary>Gets the slopes of the same equations times the planted sign, cell by cell; NaN where no cell is left or it could not be estimated.</summary>
    public required double[] CellSlopes { get; init; }

    /// <summary>Gets those whose sign came out right from the true values, all advantages together.</summary>
    public required double[] RecoveredFromTruth { get; init; }

    /// <summary>Gets the share of the paths between constructs whose sign came out right.</summary>
    public double ShareOfPaths => Paths.Count(IsRight) / (double)Paths.Length;

    /// <summary>Gets the number of kinds of planted cells.</summary>
    public static int Kinds { get; } = Enum.GetValues<PlantedKind>().Length;

    /// <summary>Gets the length of a row.</summary>
    public static int Width => Numbers + (2 * DifferentialDetection.Width) + (2 * ConstructPaths.All.Count) + (CellRows * Kinds) + MostCells;

    /// <summary>Says whether a path came out with its planted sign.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    public static bool IsRight(double path) => path > 0;

    /// <summary>Says whether a path came out with a clear sign: the planted one when positive.</summary>
    /// <param name="path">One of <see cref="Paths"/>.</param>
    public static bool IsClear(double path) => Math.Abs(path) > 0.975;

    /// <summary>Gives all numbers in one row.</summary>
    /// <returns>The row.</returns>
    public double[] ToRow() =>
    [
        DifferentialSlope, FalselyNamed, NaiveGap, Augmented, TrueDifference, TrueNaiveGap, AugmentedOnTruth, Covered,
        NullReported, Reported, SortingMarked, Supported,
        .. Differential.ToRow(), .. DifferentialFromTruth.ToRow(), .. Paths, .. PathsFromTruth,
        .. Planted, .. AllPositive, .. Recovered, .. RecoveredAlone, .. RecoveredTogether, .. RecoveredFromTruth,
        .. CellSlopes, .. Enumerable.Repeat(double.NaN, MostCells - CellSlopes.Length),
    ];

    /// <summary>Reads a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>What it stands for.</returns>
    public static Acceptance Of(ReadOnlySpan<double> row)
    {
        int paths = Numbers + (2 * DifferentialDetection.Width);
        int cells = paths + (2 * ConstructPaths.All.Count);
        return new()
        {
            DifferentialSlope = row[0],
            FalselyNamed = row[1],
            NaiveGap = row[2],
            Augmented = row[3],
            TrueDifference = row[4],
            TrueNaiveGap = row[5],
            AugmentedOnTruth = row[6],
            Covered = row[7],
            NullReported = row[8],
            Reported = row[9],
            SortingMarked = row[10],
            Supported = row[11],
            Differential = DifferentialDetection.Of(row[Numbers..]),
            DifferentialFromTruth = DifferentialDetection.Of(row[(Numbers + DifferentialDetection.Width)..]),
            Paths = row.Slice(paths, ConstructPaths.All.Count).ToArray(),
            PathsFromTruth = row.Slice(paths + ConstructPaths.All.Count, ConstructPaths.All.Count).ToArray(),
            Planted = row.Slice(cells, Kinds).ToArray(),
            AllPositive = row.Slice(cells + Kinds, Kinds).ToArray(),
            Recovered = row.Slice(cells + (2 * Kinds), Kinds).ToArray(),
            RecoveredAlone = row.Slice(cells + (3 * Kinds), Kinds).ToArray(),
            RecoveredTogether = row.Slice(cells + (4 * Kinds), Kinds).ToArray(),
            RecoveredFromTruth = row.Slice(cells + (5 * Kinds), Kinds).ToArray(),
            CellSlopes = row.Slice(cells + (CellRows * Kinds), MostCells).ToArray(),
        };
    }
}
