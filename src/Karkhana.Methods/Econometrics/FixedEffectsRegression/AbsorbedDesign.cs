using Karkhana.Core.Errors;
using Karkhana.Core.Execution;
using Karkhana.Core.Kernels;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a model whose fixed effects are to be taken out, in the order of the set with most
/// groups.</summary>
/// <param name="Columns">The terms, outcome and weights of the rows that are used.</param>
/// <param name="Rows">Where each of them stands in the sample.</param>
/// <param name="Sets">The sets of fixed effects; null when there is none.</param>
/// <param name="SampleRows">How many rows the sample has.</param>
/// <param name="Incomplete">How many rows lack a number or a code.</param>
/// <param name="Singletons">How many complete rows were left out, because they are alone in a group.</param>
internal sealed record AbsorbedDesign(
    ModelColumns Columns, int[] Rows, FixedEffectSets? Sets, int SampleRows, int Incomplete, int Singletons)
{
    // Of what a term was before; the effects themselves are exact to 1e-11 of it.
    private const double AliasTolerance = 1e-8;

    /// <summary>Reads the numbers; a constant is kept only where no set of effects holds one.</summary>
    public static AbsorbedDesign Build(RegressionSample sample, ModelSpecification model, bool dropSingletons = true)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(model);
        ModelColumns all = ModelColumns.Read(sample, model, model.Intercept && sample.Absorb.Count == 0);
        Require.That(all.Columns.Length > 0, nameof(model.Terms), "must have a term beside the absorbed effects; there was none");
        foreach (Grouping set in sample.Absorb)
        {
            set.Check(sample.Data.RowCount, nameof(sample.Absorb));
        }

        return At(all, FixedEffectRows.Select(all.Complete(), sample.Absorb, dropSingletons), sample.Absorb);
    }

    /// <summary>Keeps only some of the rows, and leaves out those that are now alone.</summary>
    /// <param name="sample">The sample that this design was built from.</param>
    /// <param name="keep">Whether each row of this design stays.</param>
    /// <param name="model">Its model.</param>
    public AbsorbedDesign Keep(RegressionSample sample, bool[] keep, ModelSpecification model)
    {
        bool[] complete = new bool[sample.Data.RowCount];
        for (int row = 0; row < keep.Length; row++)
        {
            complete[Rows[row]] = keep[row];
        }

        ModelColumns all = ModelColumns.Read(sample, model, Columns.HasIntercept);
        FixedEffectRows rows = FixedEffectRows.Select(complete, sample.Absorb, dropSingletons: Sets is not null);
        return At(all, rows, sample.Absorb) with { Incomplete = Incomplete, Singletons = Singletons + rows.Singletons };
    }

    /// <summary>Takes the effects out and fits what is left.</summary>
    /// <param name="outcome">What is explained, by row of this design; it is not changed.</param>
    /// <param name="weights">A positive weight per row of this design.</param>
    /// <param name="execution">Workers.</param>
    /// <param name="cancellationToken">Looked at between columns.</param>
    public AbsorbedFit Fit(
        double[] outcome, double[] weights, ExecutionOptions? execution, CancellationToken cancellationToken)
    {
        double[][] columns = [[.. outcome], .. Columns.Columns.Select(column => (double[])[.. column])];
        double[] lengths = [.. Columns.Columns.Select(column => Spread(column, weights))];
        bool plain = Array.TrueForAll(weights, weight => weight == 1);
        FixedEffectSolution[] solutions = Sets is null
            ? []
            : ProjectionJob.Run(new FixedEffectProjection(Sets, plain ? null : weights), columns, execution, cancellationToken);
        if (!plain)
        {
            double[] roots = [.. weights.Select(weight => Math.Sqrt(weight))];
            foreach (double[] column in columns)
            {
                for (int row = 0; row < roots.Length; row++)
                {
                    column[row] *= roots[row];
                }
            }
        }

        double[] left = columns[0];
        double within = Sums.Dot(left, left);
        OrthonormalColumns basis = OrthonormalColumns.Of(columns[1..], lengths, AliasTolerance);
        DesignMatrix design = Without(basis.Aliased, weights);
        return new AbsorbedFit(LeastSquaresFit.Fit(design, basis, left), within, basis.Aliased, solutions);
    }

    private static AbsorbedDesign At(ModelColumns all, FixedEffectRows rows, IReadOnlyList<Grouping> absorb)
    {
        Require.That(rows.Rows.Length > 0, all.OutcomeName, "must have a row that is complete and not alone in a group; there was none");
        FixedEffectSets? sets = absorb.Count == 0 ? null : FixedEffectSets.Sort(absorb, rows.Rows);
        return new AbsorbedDesign(all.At(rows.Rows), rows.Rows, sets, all.Outcome.Length, rows.Incomplete, rows.Singletons);
    }

    private DesignMatrix Without(bool[] aliased, double[] weights)
    {
        int[] used = [.. Enumerable.Range(0, aliased.Length).Where(term => !aliased[term])];
        Require.That(used.Length > 0, nameof(ModelSpecification.Terms), "must leave a term to estimate; the absorbed effects determine all of them");
        return new DesignMatrix(
            [.. used.Select(term => Columns.Names[term])],
            [.. used.Select(term => Columns.Columns[term])],
            Columns.Outcome,
            weights,
            Rows,
            [.. Enumerable.Range(0, aliased.Length).Where(term => aliased[term]).Select(term => Columns.Names[term])],
            Columns.HasIntercept);
    }

    // Without a set of effects the constant is a column: about zero then, as ordinary least squares.
    private double Spread(double[] column, double[] weights)
    {
        double mean = Sets is null ? 0 : Sums.Dot(column, weights) / Sums.Sum(weights);
        double squares = 0;
        for (int row = 0; row < column.Length; row++)
        {
            squares += weights[row] * (column[row] - mean) * (column[row] - mean);
        }

        return Math.Sqrt(squares);
    }
}
