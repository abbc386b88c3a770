using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Spatial;

/// <summary>The M function with its band under given relabellings.</summary>
public static class MFunctionEnvelope
{
    /// <summary>Computes M of the observed pattern and of every relabelled one, and the band.</summary>
    /// <remarks>
    /// Type and weight move together, locations stay. For a band under relabellings drawn by the product itself use
    /// <see cref="MFunctionTest"/>. Cost: relabellings × the cost of <see cref="MFunction"/>.
    /// Source: Marcon and Puech 2010, doi:10.1093/jeg/lbp056. Agrees with: dbmss 2.11 MEnvelope with random labelling
    /// on the
    /// same permutations, relative 1e-9.
    /// </remarks>
    /// <param name="pattern">The points and the relabellings.</param>
    /// <param name="options">Distances, types and band.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between relabellings.</param>
    /// <returns>The curve, its band and all simulated curves.</returns>
    public static CurveEnvelopeResult Estimate(
        RelabelledPattern pattern,
        MFunctionEnvelopeOptions options,
        ExecutionOptions? execution = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        pattern.Check();
        MFunctionOptions curve = new() { Distances = options.Distances, Reference = options.Reference, Neighbour = options.Neighbour };
        MFunctionResult observed = MFunction.Estimate(pattern.Points, curve, execution, cancellationToken);
        ReplicateRows simulated = CurveSimulation.Run(
            pattern.Permutations.Count, "relabelling", new MFunctionStatistic(curve, weighted: true), pattern.Relabelled, execution, cancellationToken);
        CurveEnvelopeResult envelope = CurveEnvelope.Estimate(
            new CurveSet(options.Distances, observed.Values, simulated),
            new EnvelopeOptions { Alpha = options.Alpha, Type = options.Type },
            execution,
            cancellationToken);
        return envelope with
        {
            WithSimulated = true,
            Provenance = new Provenance(
                "spatial.m-function-envelope",
                FormattableString.Invariant(
                    $"reference = {options.Reference}, alpha = {options.Alpha}, type = {options.Type}"),
                MFunction.Source),
        };
    }
}
