using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>How buying a process goes with selling to the upper segment.</summary>
/// <param name="Process">The process, or <see cref="AllProcesses"/>.</param>
/// <param name="Firms">Firms that need it and of which everything is known.</param>
/// <param name="ShareBought">The share of them that buy it; of all processes: of firms and processes.</param>
public sealed record ProcessPurchase(string Process, int Firms, double ShareBought)
{
    /// <summary>The name of the row in which all processes are taken together.</summary>
    public const string AllProcesses = "all processes";

    /// <summary>Gets the logarithm of the odds of buying per standard deviation of quality; null where it was not estimated.</summary>
    public CoefficientTable? Slope { get; init; }

    /// <summary>Gets the change of the probability of buying per standard deviation of quality, on average over the firms, and the processes that some make and some buy; NaN without a slope.</summary>
    public double MarginalEffect { get; init; } = double.NaN;

    /// <summary>Gets the p-value corrected over the processes; NaN for all of them together.</summary>
    public double AdjustedPValue { get; init; } = double.NaN;

    /// <summary>Gets the places by which errors are added up; 0 where they are too few and errors are those of firms.</summary>
    public int Places { get; init; }

    /// <summary>Gets why there is no slope; null where there is.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets what the data say of the expectation that higher quality goes with doing more in the firm.</summary>
    public Verdict Verdict => Slope is not { } slope || (slope.ConfidenceLow[0] <= 0 && slope.ConfidenceHigh[0] >= 0)
        || (!double.IsNaN(AdjustedPValue) && AdjustedPValue > 1 - slope.Level) ? Verdict.CannotTell
        : slope.Estimates[0] < 0 ? Verdict.Supported : Verdict.NotSupported;
}
