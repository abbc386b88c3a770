using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>Tests whether an observed curve as a whole is one of the simulated ones.</summary>
public static class EnvelopeTest
{
    internal const string Source = "Diggle 1986, Journal of Neuroscience Methods 18: 115–125; Loosmore & Ford 2006, Ecology 87: 1925–1931; Myllymäki et al. 2015";

    /// <summary>Compares the departures of the observed curve with those of the simulated ones.</summary>
    /// <remarks>
    /// Departure u(r) = (value − centre) / scale at every distance but the last; statistic: Σ u² Δr, Σ |u| Δr or max |u|,
    /// Δr to the next distance. p = share of simulated curves with a strictly greater statistic, 1/(S + 1) when there is
    /// none: the convention of dbmss, whose centre divides the sum of S curves by S − 1 (option). For a test whose p-value
    /// is exact see <see cref="CurveTest"/>. Distances at which a curve is not defined, or at which the simulated curves do
    /// not
    /// spread, are left out with a note; none left gives NaN. Cost: curves × distances.
    /// Source: Diggle 1986, Journal of Neuroscience Methods 18: 115–125; Loosmore and Ford 2006, Ecology 87: 1925–1931;
    /// Myllymäki, Grabarnik, Seijo and Stoyan 2015, Spatial Statistics 11: 19–34 (scalings). Agrees with: dbmss 2.11
    /// GoFtest, exactly.
    /// </remarks>
    /// <param name="curves">The curves, at least two distances in ascending order and two simulated curves.</param>
    /// <param name="options">Statistic, scaling and centre.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">There are too few distances or curves, or distances do not
    /// ascend.</exception>
    public static EnvelopeTestResult Estimate(
        CurveSet curves, EnvelopeTestOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(curves);
        options ??= new EnvelopeTestOptions();
        Check(curves);
        CurveDepartures departures = new(curves, options);
        double observed = departures.HasEvidence ? departures.Of([.. curves.Observed]) : double.NaN;
        double[] simulated = new double[curves.Simulated.Count];
        int greater = 0;
        for (int s = 0; s < simulated.Length; s++)
        {
            simulated[s] = departures.Of(curves.Simulated.Row(s));
            greater += simulated[s] > observed ? 1 : 0;
        }

        double p = greater > 0 ? (double)greater / simulated.Length : 1.0 / (simulated.Length + 1);
        return new EnvelopeTestResult(
            observed,
            simulated,
            departures.HasEvidence ? p : double.NaN,
            departures.LeftOut == 0 ? [] : [LeftOut(departures.LeftOut)],
            new Provenance(
                "spatial.envelope-test",
                FormattableString.Invariant(
                    $"alpha = {options.Alpha}, statistic = {options.Statistic}, scaling = {options.Scaling}, centre = {options.Centre}"),
                Source));
    }

    private static void Check(CurveSet curves)
    {
        int distances = curves.Distances.Count;
        Require.SameLength(distances, curves.Observed.Count, nameof(curves.Observed));
        Require.SameLength(distances, curves.Simulated.Width, nameof(curves.Simulated));
        Require.Between(distances, 2, int.MaxValue, nameof(curves.Distances));
        Require.Between(curves.Simulated.Count, 2, int.MaxValue, nameof(curves.Simulated));
        for (int r = 1; r < distances; r++)
        {
            Require.That(
                curves.Distances[r] > curves.Distances[r - 1], nameof(curves.Distances),
                FormattableString.Invariant($"must ascend; {curves.Distances[r]} followed {curves.Distances[r - 1]}"));
        }
    }

    private static Note LeftOut(int count) => new(
        "distances-left-out", Severity.Information,
        FormattableString.Invariant(
            $"At {count} of the distances a curve is not defined or the simulated curves do not spread: these give no evidence and were left out."));
}
