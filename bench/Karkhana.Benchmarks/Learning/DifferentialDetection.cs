using Karkhana.Methods.Psychometrics;

namespace Karkhana.Benchmarks.Learning;

/// <summary>Whether the planted differential item of a SYNTHETIC cluster was found, by each way to read the rule (1 or 0).</summary>
/// <param name="ByRule">p after Benjamini and Hochberg below 0.01 and a gain of Nagelkerke's R² of 0.035 (framework 2.7 with A.2).</param>
/// <param name="ByAdjustedTest">p after Benjamini and Hochberg below 0.01 (A.2 alone).</param>
/// <param name="ByTest">p below 0.01 (the p-value that 2.7 names).</param>
/// <param name="BySize">Gain of Nagelkerke's R² of 0.035.</param>
public sealed record DifferentialDetection(double ByRule, double ByAdjustedTest, double ByTest, double BySize)
{
    private const double Significance = 0.01;
    private const double LeastGain = 0.035;

    /// <summary>Gets how many numbers it is.</summary>
    public const int Width = 4;

    /// <summary>Reads an item's comparison.</summary>
    /// <param name="item">The item.</param>
    public static DifferentialDetection Of(ItemDifference item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(
            item.Flagged ? 1 : 0,
            item.AdjustedPValue < Significance ? 1 : 0,
            item.TotalPValue < Significance ? 1 : 0,
            item.NagelkerkeDifference >= LeastGain ? 1 : 0);
    }

    /// <summary>Reads the numbers of <see cref="ToRow"/>.</summary>
    /// <param name="row">The numbers.</param>
    public static DifferentialDetection Of(ReadOnlySpan<double> row) => new(row[0], row[1], row[2], row[3]);

    /// <summary>Gives the numbers.</summary>
    public double[] ToRow() => [ByRule, ByAdjustedTest, ByTest, BySize];
}
