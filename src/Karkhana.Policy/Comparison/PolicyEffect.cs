namespace Karkhana.Policy;

/// <summary>What a policy changed in the model against doing nothing, run by run.</summary>
public sealed record PolicyEffect
{
    /// <summary>Gets the id of the policy or portfolio.</summary>
    public required string Scenario { get; init; }

    /// <summary>Gets the mean paired difference of the mean capability of the firms that were there when policies start.</summary>
    public required double Gain { get; init; }

    /// <summary>Gets the mean paired difference of the mean over all firms at the end, which who comes and who leaves moves too; NaN when
    /// it was not recorded.</summary>
    public required double TotalChange { get; init; }

    /// <summary>Gets the mean paired difference of mean capability over all quarters, where <see cref="Gain"/> is that of the last; NaN
    /// when runs did not record it.</summary>
    public double GainOverRun { get; init; } = double.NaN;

    /// <summary>Gets its lower limit.</summary>
    public double GainOverRunLow { get; init; } = double.NaN;

    /// <summary>Gets its upper limit.</summary>
    public double GainOverRunHigh { get; init; } = double.NaN;

    /// <summary>Gets the standard error of the gain over runs and parameter draws.</summary>
    public required double StandardError { get; init; }

    /// <summary>Gets its lower limit.</summary>
    public required double Low { get; init; }

    /// <summary>Gets its upper limit.</summary>
    public required double High { get; init; }

    /// <summary>Gets the gain in standard deviations of capability between firms with nothing done.</summary>
    public required double StandardizedGain { get; init; }

    /// <summary>Gets the sum over firms of the gain, mean over runs: units of gain times the standard deviation between firms.</summary>
    public required double TotalGain { get; init; }

    /// <summary>Gets the mean number of firms that took part; NaN when runs did not record it.</summary>
    public required double FirmsReached { get; init; }

    /// <summary>Gets the lower limit that holds for all policies together (Bonferroni).</summary>
    public required double SimultaneousLow { get; init; }

    /// <summary>Gets the upper limit that holds for all policies together.</summary>
    public required double SimultaneousHigh { get; init; }

    /// <summary>Gets the p-value of no gain, corrected for the number of policies (Holm).</summary>
    public required double AdjustedPValue { get; init; }

    /// <summary>Gets the variance of the paired difference over that of independent runs: what common random numbers save.</summary>
    public required double VarianceRatio { get; init; }

    /// <summary>Gets the percentile below which few runs lie: how much the gain differs between runs, not how well its mean is known.</summary>
    public required double RunLow { get; init; }

    /// <summary>Gets the percentile above which few runs lie.</summary>
    public required double RunHigh { get; init; }

    /// <summary>Gets the share of the variance between runs that comes from parameters, the rest from seeds; NaN when draws have
    /// one run each.</summary>
    public required double ParameterShare { get; init; }

    /// <summary>Gets the share of runs in which the policy is better than doing nothing.</summary>
    public required ShareOfRuns BetterThanNothing { get; init; }

    /// <summary>Gets the id of the next-cheapest policy; the baseline for the cheapest.</summary>
    public required string NextCheapest { get; init; }

    /// <summary>Gets the share of runs in which it is better than that one.</summary>
    public required ShareOfRuns BetterThanNextCheapest { get; init; }

    /// <summary>Gets the lower limit of the mean cost.</summary>
    public double CostLow { get; init; } = double.NaN;

    /// <summary>Gets the upper limit of the mean cost.</summary>
    public double CostHigh { get; init; } = double.NaN;

    /// <summary>Gets what the gain costs.</summary>
    public required CostPerGain CostPerGain { get; init; }

    /// <summary>Gets the sum of gains over firms for a unit of money; NaN for a policy that costs nothing.</summary>
    public required double GainPerMoney { get; init; }

    /// <summary>Gets the effort of all firms in a quarter, mean over the run, that is induced by a unit of money spent in the run; NaN when effort was not recorded.</summary>
    public required double EffortPerMoney { get; init; }

    /// <summary>Gets the working days that it takes of firms, mean over runs: what it costs them beside money; NaN when they were not recorded.</summary>
    public required double FirmDays { get; init; }

    /// <summary>Gets the firms that joined and were not delivered to, mean over runs; NaN when they were not recorded.</summary>
    public required double NotDelivered { get; init; }
}
