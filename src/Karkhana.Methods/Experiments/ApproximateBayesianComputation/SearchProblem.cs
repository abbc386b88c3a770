using System.Globalization;

namespace Karkhana.Methods.Experiments;

/// <summary>What is searched for.</summary>
internal sealed record SearchProblem(
    JointPrior Prior, IReadOnlyList<ObservedSummary> Observed, ISummarySimulator Simulator, ApproximateBayesianComputationOptions Options)
{
    /// <summary>Gets the places of the summaries that the search may use.</summary>
    public int[] Used { get; } = [.. Enumerable.Range(0, Observed.Count).Where(place => !Observed[place].HeldOut)];

    /// <summary>Gets what kept runs are found by.</summary>
    public string Key { get; } = string.Join("; ", [
        Simulator.Key, Options.ToString(), .. Observed.Select(summary => summary.ToString()),
        .. Prior.Parameters.Select(parameter => parameter.ToString()), .. Prior.Precision.Cast<double>().Select(entry => entry.ToString("R", CultureInfo.InvariantCulture))]);
}
