using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>How many have adopted an innovation by a given time, by the usual curves.</summary>
public static class InnovationDiffusion
{
    internal const string Source =
        "Bass 1969, doi:10.1287/mnsc.15.5.215; Griliches 1957, doi:10.2307/1905380; Gompertz 1825, doi:10.1098/rstl.1825.0026";

    /// <summary>Computes a curve.</summary>
    /// <remarks>
    /// Bass: N(t) = m (1 − e^−(p+q)t)/(1 + (q/p) e^−(p+q)t), adoption fastest at ln(q/p)/(p + q). Discrete: N_0 = 0, N_{t+1} = N_t + (p + q
    /// N_t/m)(m − N_t). Logistic: m/(1 + a e^−bt), the solution of dN/dt = b N (1 − N/m), fastest at ln(a)/b. Gompertz: m exp(−a
    /// e^−bt), fastest at ln(a)/b. Assumes that everybody may meet everybody, that those who can adopt are known and as many
    /// at all times, and that nobody gives up. Bass with q ≤ p is fastest at the start: time 0 and a note.
    /// Cost: one formula per time; in steps the greatest time.
    /// Source: Bass 1969, doi:10.1287/mnsc.15.5.215, equations 3 to 9; Griliches 1957, doi:10.2307/1905380, page 504;
    /// Gompertz 1825, doi:10.1098/rstl.1825.0026.
    /// Agrees with: the formulas in numpy, relative 1e-10.
    /// </remarks>
    /// <param name="options">Curve, parameters and times.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The adopters by time.</returns>
    /// <exception cref="ArgumentException">A parameter is missing, out of range or of no use to the curve, or a time does not
    /// fit it.</exception>
    public static InnovationDiffusionResult Estimate(
        InnovationDiffusionOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        (double first, double second, double third) = options.Parameters.Of(options.Curve);
        (double[] cumulative, double peak) = options.Curve switch
        {
            DiffusionCurve.Bass => Bass(options.Time, first, second, third),
            DiffusionCurve.BassDiscrete => BassDiscrete(options.Time, first, second, third),
            DiffusionCurve.Logistic => (At(options.Time, t => first / (1 + (second * Math.Exp(-third * t)))), Math.Log(second) / third),
            _ => (At(options.Time, t => first * Math.Exp(-second * Math.Exp(-third * t))), Math.Log(second) / third),
        };
        return new InnovationDiffusionResult
        {
            Times = options.Time,
            Cumulative = cumulative,
            PeakTime = peak,
            Notes = options.Curve == DiffusionCurve.Bass && second <= first
                ? [new Note("no-peak", Severity.Information, FormattableString.Invariant(
                    $"With q = {second} not above p = {first} adoption is fastest at the start and slows down from there."))]
                : [],
            Provenance = new Provenance(
                "experiments.innovation-diffusion",
                FormattableString.Invariant($"curve = {options.Curve}, parameters = [{first}, {second}, {third}], times = {options.Time.Count}"),
                Source),
        };
    }

    private static (double[] Cumulative, double Peak) Bass(IReadOnlyList<double> times, double p, double q, double m)
    {
        TimePoints.NotBeforeStart(times, "for the curve of Bass");
        double[] cumulative = At(times, t =>
        {
            double left = Math.Exp(-(p + q) * t);
            return m * (1 - left) / (1 + (q / p * left));
        });
        return (cumulative, q > p ? Math.Log(q / p) / (p + q) : 0);
    }

    private static (double[] Cumulative, double Peak) BassDiscrete(IReadOnlyList<double> times, double p, double q, double m)
    {
        int last = TimePoints.Whole(times, "for the curve bass-discrete");
        double[] path = new double[last + 1];
        for (int t = 0; t < last; t++)
        {
            path[t + 1] = path[t] + ((p + (q * path[t] / m)) * (m - path[t]));
        }

        return (At(times, t => path[(int)t]), double.NaN);
    }

    private static double[] At(IReadOnlyList<double> times, Func<double, double> curve) => [.. times.Select(curve)];
}
