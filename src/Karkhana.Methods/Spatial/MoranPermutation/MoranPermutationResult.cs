using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Measures;
using Karkhana.Core.Results;
using Karkhana.Core.Tables;

namespace Karkhana.Methods.Spatial;

/// <summary>Moran's I with its values under permutations of the data.</summary>
/// <param name="Estimate">I; NaN when it is not defined.</param>
/// <param name="Expectation">−1/(n − 1).</param>
/// <param name="Mean">The mean of the simulated values.</param>
/// <param name="StandardDeviation">Their sample standard deviation.</param>
/// <param name="Z">(I − mean) / standard deviation; NaN when the simulated values do not vary.</param>
/// <param name="PValue">(1 + simulated values at least as extreme) / (1 + simulated values).</param>
/// <param name="Simulated">I under each permutation.</param>
/// <param name="Notes">Islands, and why a number is not defined.</param>
/// <param name="Provenance">What made it; with a seed when the permutations were drawn.</param>
public sealed record MoranPermutationResult(
    double Estimate,
    double Expectation,
    double Mean,
    double StandardDeviation,
    double Z,
    double PValue,
    IReadOnlyList<double> Simulated,
    IReadOnlyList<Note> Notes,
    Provenance Provenance)
    : IMeasureResult
{
    /// <summary>Gives the outputs; the simulated values belong to them when the permutations were given.</summary>
    /// <returns>The outputs.</returns>
    public MeasureOutputs ToOutputs()
    {
        MeasureOutputs outputs = new MeasureOutputs()
            .Scalar("estimate", Estimate).Scalar("expectation", Expectation).Scalar("mean", Mean)
            .Scalar("sd", StandardDeviation).Scalar("z", Z).Scalar("p_value", PValue);
        return Provenance.Seed is null ? outputs.Vector("simulated", Simulated) : outputs;
    }

    /// <inheritdoc/>
    public Table ToTable() => Table.Of(
        Provenance.Method[(Provenance.Method.IndexOf('.') + 1)..].Replace('-', '_'),
        Column.Of("estimate", [Estimate], "Moran's I", "", "I of the data.", recommended: true),
        Column.Of("expectation", [Expectation], "Expectation", "", "−1/(n − 1)."),
        Column.Of("mean", [Mean], "Mean", "", "Mean of I under the permutations."),
        Column.Of("sd", [StandardDeviation], "Standard deviation", "", "Of I under the permutations."),
        Column.Of("z", [Z], "z", "", "(I − mean) / standard deviation."),
        Column.Of("p_value", [PValue], "p", "", "Permutation p-value."));

    internal static MoranPermutationResult Of(
        MoranKernel kernel, double[] simulated, Alternative alternative, Provenance provenance)
    {
        double mean = Sums.Mean(simulated);
        double spread = Math.Sqrt(Sums.Variance(simulated));
        double observed = kernel.Observed();
        return new MoranPermutationResult(
            observed, -1.0 / (kernel.Count - 1), mean, spread, spread > 0 ? (observed - mean) / spread : double.NaN,
            PermutationPValue.Of(observed, simulated, alternative), simulated, kernel.Notes, provenance);
    }
}
