namespace Karkhana.CollectiveEfficiency;

/// <summary>One loss, of gatekeepers against firms drawn at random.</summary>
/// <param name="Measure">The loss: <c>reached</c>, <c>near</c>, <c>fragmentation</c>, <c>density</c>.</param>
/// <param name="Worst">The greatest loss when one gatekeeper leaves.</param>
/// <param name="WorstFirm">Whose leaving that is; the first of several.</param>
/// <param name="Expected">The mean loss when one gatekeeper leaves, each as likely.</param>
/// <param name="AnyFirm">The mean loss when one firm leaves, each as likely; exact.</param>
/// <param name="All">The loss when all gatekeepers leave.</param>
public sealed record DependenceRow(string Measure, double Worst, string WorstFirm, double Expected, double AnyFirm, double All)
{
    /// <summary>Gets the mean loss when as many random firms leave.</summary>
    public double Random { get; init; } = double.NaN;

    /// <summary>Gets the 2.5 % quantile of that loss.</summary>
    public double RandomLow { get; init; } = double.NaN;

    /// <summary>Gets the 97.5 % quantile.</summary>
    public double RandomHigh { get; init; } = double.NaN;

    /// <summary>Gets the share of random sets that lose at least as much, the observed one counted in.</summary>
    public double PValue { get; init; } = double.NaN;
}
