using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Experiments;

/// <summary>The runs from which Sobol indices are estimated.</summary>
public static class SaltelliDesign
{
    internal const int MostInputs = SobolDirections.MostDimensions / 2;

    internal const string Source =
        "Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018; Saltelli 2002, doi:10.1016/S0010-4655(02)00280-1; Joe & Kuo 2008, doi:10.1137/070709359";

    /// <summary>Gives the runs.</summary>
    /// <remarks>
    /// The n base points are Sobol points in 2k dimensions, scaled to the bounds: columns 1 to k give A, k + 1 to 2k give B. Per base point come the
    /// rows A, AB_1 … AB_k (A with one input from B), with second order BA_1 … BA_k (B with one input from A), and B. Assumes inputs that are
    /// uniform and independent of one another; for another distribution put its quantiles of the unit cube in place of the bounds. Cost: cells,
    /// n(2k + 2)k or n(k + 2)k. Source: Saltelli et al. 2010, doi:10.1016/j.cpc.2009.09.018, section 3; Saltelli 2002,
    /// doi:10.1016/S0010-4655(02)00280-1 (second order). Agrees with: SALib 1.5 sample.sobol(scramble=False), absolute 1e-12.
    /// </remarks>
    /// <param name="options">Bounds, base points, second order.</param>
    /// <param name="execution">Not used: the cost is one pass.</param>
    /// <param name="cancellationToken">Looked at between base points.</param>
    /// <returns>The runs; what the model gives for them goes into <see cref="SobolIndex"/>.</returns>
    /// <exception cref="ArgumentException">There are more than 512 inputs, or the cells would be more than 100,000,000.</exception>
    public static SaltelliDesignResult Estimate(
        SaltelliDesignOptions options, ExecutionOptions? execution = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        int inputs = Require.Between(options.Bounds.Count, 1, MostInputs, nameof(options.Bounds));
        int rows = SobolBlock.RowsPerPoint(inputs, options.SecondOrder);
        double[] cells = ExperimentalDesign.Cells((long)options.BaseCount * rows, inputs);
        double[] basis = ExperimentalDesign.Cells(options.BaseCount, 2 * inputs);
        uint[]? shifts = SobolPoints.Shifts(2 * inputs, options.Randomisation, options.Seed);
        SobolPoints.Fill(2 * inputs, options.Skip, shifts, basis, cancellationToken);
        for (int point = 0; point < options.BaseCount; point++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Fill(cells.AsSpan(point * rows * inputs, rows * inputs), basis.AsSpan(2 * point * inputs, 2 * inputs), inputs);
        }

        return new SaltelliDesignResult
        {
            Design = new ExperimentalDesign(options.BaseCount * rows, inputs, cells).Scaled(options.Bounds),
            BaseCount = options.BaseCount,
            SecondOrder = options.SecondOrder,
            Notes = [],
            Provenance = new Provenance(
                "experiments.saltelli-design",
                FormattableString.Invariant(
                    $"bounds = {InputBounds.Text(options.Bounds)}, base_count = {options.BaseCount}, second_order = {options.SecondOrder}, skip = {options.Skip}, randomisation = {options.Randomisation}"),
                Source,
                options.Randomisation == PointRandomisation.None ? null : options.Seed),
        };
    }

    /// <summary>Writes the rows of one base point.</summary>
    private static void Fill(Span<double> rows, ReadOnlySpan<double> basis, int inputs)
    {
        ReadOnlySpan<double> a = basis[..inputs];
        ReadOnlySpan<double> b = basis[inputs..];
        int last = (rows.Length / inputs) - 1;
        for (int place = 0; place <= last; place++)
        {
            Span<double> row = rows.Slice(place * inputs, inputs);
            bool fromA = place < last && place <= inputs;
            (fromA ? a : b).CopyTo(row);
            if (place > 0 && place < last)
            {
                int exchanged = (place - 1) % inputs;
                row[exchanged] = (fromA ? b : a)[exchanged];
            }
        }
    }
}
