using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Inference;
using Karkhana.Core.Results;
using Band = Karkhana.Core.Inference.Envelope;

namespace Karkhana.Methods.Spatial;

/// <summary>The band of simulated curves around an observed one.</summary>
public static class CurveEnvelope
{
    internal const string Source = "Duranton & Overman 2005, doi:10.1111/0034-6527.00362; Marcon & Puech 2010, doi:10.1093/jeg/lbp056";

    /// <summary>Draws the band and the upper p-value at each distance.</summary>
    /// <remarks>
    /// The band is that of <see cref="Band.Around"/>; p = (1 + number of simulated values at least as great) / (S + 1).
    /// Cost: see there. Source: Duranton and Overman 2005, doi:10.1111/0034-6527.00362; Marcon and Puech 2010,
    /// doi:10.1093/jeg/lbp056. Agrees with: dbmss 2.11 GlobalEnvelope and local quantiles, relative 1e-9.
    /// </remarks>
    /// <param name="curves">The curves.</param>
    /// <param name="options">Risk and type.</param>
    /// <param name="execution">Not used.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The band.</returns>
    public static CurveEnvelopeResult Estimate(
        CurveSet curves, EnvelopeOptions? options = null, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(curves);
        options ??= new EnvelopeOptions();
        Require.SameLength(curves.Distances.Count, curves.Observed.Count, nameof(curves.Observed));
        Require.SameLength(curves.Distances.Count, curves.Simulated.Width, nameof(curves.Simulated));
        double[] upper = PermutationPValue.OfEach(curves.Observed, curves.Simulated, Alternative.Greater);
        return new CurveEnvelopeResult(
            curves, Band.Around(curves.Simulated, options.Alpha, options.Type), upper,
            new Provenance(
                "spatial.envelope", FormattableString.Invariant($"alpha = {options.Alpha}, type = {options.Type}"),
                Source));
    }
}
