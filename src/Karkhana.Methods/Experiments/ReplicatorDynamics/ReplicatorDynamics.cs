using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;
using Karkhana.Core.Results;
using Karkhana.Methods.Concentration;

namespace Karkhana.Methods.Experiments;

/// <summary>How market shares move to the fitter firms when fitness does not change.</summary>
public static class ReplicatorDynamics
{
    internal const string Source = "Taylor & Jonker 1978, doi:10.1016/0025-5564(78)90077-9; Metcalfe 1994, Journal of Evolutionary Economics 4:327-346";

    /// <summary>Computes the shares at given times.</summary>
    /// <remarks>
    /// Continuous: ds_i/dt = s_i (f_i − f̄), solved by s_i(t) = s_i(0) e^(f_i t)/Σ_j s_j(0) e^(f_j t). Discrete: s_i(t + 1) =
    /// s_i(t) f_i/f̄(t), solved by s_i(0) f_i^t/Σ_j s_j(0) f_j^t; f̄ = Σ s f. The logit of the share of one of two firms is linear
    /// in t, and mean fitness grows by the variance of fitness (over its mean in discrete time). Computed with logarithms, so
    /// that no time is too long. Assumes that fitness depends neither on shares nor on time, that nobody enters, and that no
    /// firm learns. Cost: firms × times.
    /// Source: Taylor and Jonker 1978, doi:10.1016/0025-5564(78)90077-9, equation 1; Metcalfe 1994, Journal of
    /// Evolutionary Economics 4:327-346.
    /// Agrees with: the closed form in numpy, relative 1e-10.
    /// </remarks>
    /// <param name="firms">Shares and fitness.</param>
    /// <param name="options">Times and dynamics.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Looked at between times.</param>
    /// <returns>Shares, concentration and mean fitness by time.</returns>
    /// <exception cref="ArgumentException">A share is below 0 or all are 0; in discrete time a fitness is below 0 or a time not a
    /// whole number.</exception>
    public static ReplicatorDynamicsResult Estimate(
        MarketShares firms, ReplicatorDynamicsOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(firms);
        ArgumentNullException.ThrowIfNull(options);
        firms.Check(options.Dynamics);
        if (options.Dynamics == ReplicatorTime.Discrete)
        {
            TimePoints.Whole(options.Time, "when dynamics is discrete");
        }

        double[] fitness = [.. firms.Fitness];
        double[] rates = options.Dynamics == ReplicatorTime.Continuous ? fitness : Array.ConvertAll(fitness, Math.Log);
        double[] starts = [.. firms.Share.Select(share => Math.Log(share))];
        List<double[]> shares = new(options.Time.Count);
        foreach (double time in options.Time)
        {
            cancellationToken.ThrowIfCancellationRequested();
            shares.Add(At(time, starts, rates));
        }

        return new ReplicatorDynamicsResult
        {
            Times = options.Time,
            Shares = shares,
            Herfindahl = [.. shares.Select(row => ShareStatistics.Herfindahl(row))],
            MeanFitness = [.. shares.Select(row => Sums.Dot(row, fitness))],
            Notes = firms.AddUp
                ? []
                : [new Note("shares-rescaled", Severity.Information, "The shares did not add up to 1: each was divided by their sum.")],
            Provenance = new Provenance(
                "experiments.replicator-dynamics",
                FormattableString.Invariant($"time = [{string.Join(", ", options.Time.Select(TimeLabel))}], dynamics = {options.Dynamics}"),
                Source),
        };
    }

    internal static string TimeLabel(double time) => time.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    private static double[] At(double time, double[] starts, double[] rates)
    {
        double[] shares = new double[starts.Length];
        for (int firm = 0; firm < shares.Length; firm++)
        {
            shares[firm] = time == 0 ? starts[firm] : starts[firm] + (rates[firm] * time);
        }

        // A firm without a share stays without one, whatever its rate; −∞ + ∞ would be no number.
        double greatest = shares.Where((_, firm) => !double.IsNegativeInfinity(starts[firm])).Max();
        Require.That(double.IsFinite(greatest), nameof(time), FormattableString.Invariant(
            $"must be such that fitness times time stays a finite number; it was {time}"));
        for (int firm = 0; firm < shares.Length; firm++)
        {
            shares[firm] = double.IsNegativeInfinity(starts[firm]) ? 0 : Math.Exp(shares[firm] - greatest);
        }

        return ShareStatistics.Shares(shares);
    }
}
