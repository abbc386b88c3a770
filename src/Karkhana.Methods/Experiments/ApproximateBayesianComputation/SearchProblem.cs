using System.Globalization;

namespace Karkhana.Methods.Experiments;

/// <summary>What is searched for.</summary>
internal sealed record SearchProblem(
    JointPrior Prior, IReadOnlyList<ObservedSummary> Observed, ISummarySimulator Simulator, ApproximateBayesianComputationOptions Options)
{
    /// <summary>Gets what kept runs are found by.</summary>
    public string Key { get; } = string.Join("; ", [
        Simulator.Key, Options.ToString(), .. Observed.Select(summary => summary.ToString()),
        .. Prior.Parameters.Select(parameter => parameter.ToString()), .. Prior.Precision.Enumerate().Select(entry => entry.ToString("R", CultureInfo.InvariantCulture))]);
}
