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

    /// <summary>Σ ((observed − simulated) / standard error)² over what is not held out; infinite if the run does not have one of them.</summary>
    public double Distance(ReadOnlySpan<double> simulated)
    {
        double distance = 0;
        for (int i = 0; i < simulated.Length; i++)
        {
            if (Observed[i].HeldOut)
            {
                continue;
            }

            double deviation = (Observed[i].Value - simulated[i]) / Observed[i].StandardError;
            distance += deviation * deviation;
        }

        return double.IsNaN(distance) ? double.PositiveInfinity : distance;
    }
}
