using Karkhana.Core.Errors;
using Karkhana.Core.Kernels;
using Karkhana.Core.Tables;
using Karkhana.Methods.Concentration;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The numbers of a mixed model: the shared terms as a least-squares fit, and the groupings, the one with the most
/// coefficients first.</summary>
internal sealed class MixedModelDesign
{
    private MixedModelDesign(LeastSquaresFit fit, GroupingFactor[] factors)
    {
        Fit = fit;
        Factors = factors;
        ParameterCount = factors.Sum(factor => factor.Blocks.Sum(block => block.ParameterCount));
        Matrix<double> identity = Matrix<double>.Build.DenseIdentity(fit.TermCount);
        LogDeterminant = -fit.Covariance(identity).Cholesky().DeterminantLn;
        LogWeights = Sums.Sum([.. fit.Design.Weights.Select(weight => Math.Log(weight))]);
    }

    public LeastSquaresFit Fit { get; }

    public GroupingFactor[] Factors { get; }

    public int ParameterCount { get; }

    /// <summary>Gets the logarithm of the determinant of X'WX.</summary>
    public double LogDeterminant { get; }

    public double LogWeights { get; }

    public static MixedModelDesign Build(MultilevelSample sample, LinearMixedModelOptions options)
    {
        Require.That(options.Random.Count > 0, nameof(options.Random), "must have at least one entry; it was empty");
        foreach (RandomTerms entry in options.Random)
        {
            Require.That(
                entry.Terms.Count > 0 && entry.Terms.Distinct().Count() == entry.Terms.Count, nameof(options.Random),
                $"must name each term of a grouping once; {entry.Group} has [{string.Join(", ", entry.Terms)}]");
        }

        RegressionSample known = WithoutGaps(sample, options);
        LeastSquaresFit fit = LeastSquaresFit.Fit(DesignMatrix.Build(known, options.Model));
        Require.That(
            Sums.Dot(fit.Residuals, fit.Residuals) > 1e-20 * Sums.Dot(fit.Design.Outcome, fit.Design.Outcome),
            options.Model.Outcome, "must vary beyond its terms; they determine it");
        return new MixedModelDesign(fit, Factor(sample, options, fit.Design));
    }

    // A row without group or random term is dropped like one without outcome.
    private static RegressionSample WithoutGaps(MultilevelSample sample, LinearMixedModelOptions options)
    {
        Table data = sample.Observations.Data;
        double[] outcome = [.. data.Numbers(options.Model.Outcome)];
        foreach (RandomTerms entry in options.Random)
        {
            Grouping groups = sample.GroupingOf(entry.Group);
            double[][] columns = [.. entry.Terms.Where(term => term != RandomTerms.Intercept)
                .Select(term => data.Numbers(term).ToArray())];
            for (int row = 0; row < outcome.Length; row++)
            {
                if (groups.ByRow[row] < 0 || Array.Exists(columns, column => double.IsNaN(column[row])))
                {
                    outcome[row] = double.NaN;
                }
            }
        }

        return sample.Observations with
        {
            Data = Table.Of(data.Name, [.. data.Columns.Select(
                column => column.Name == options.Model.Outcome ? Column.Of(column.Name, outcome) : column)]),
        };
    }

    private static GroupingFactor[] Factor(MultilevelSample sample, LinearMixedModelOptions options, DesignMatrix design)
    {
        double[] roots = [.. design.Weights.Select(Math.Sqrt)];
        List<GroupingFactor> factors = [];
        int parameters = 0;
        foreach (IGrouping<string, int> group in Enumerable.Range(0, options.Random.Count).GroupBy(i => options.Random[i].Group))
        {
            Grouping codes = sample.GroupingOf(group.Key);
            CodeList levels = CodeList.Of([.. design.Rows.Select(row => codes.Labels[codes.ByRow[row]])]);
            List<RandomBlock> blocks = [];
            List<double[]> columns = [];
            foreach (int entry in group)
            {
                blocks.Add(new RandomBlock(entry, options.Random[entry].Terms, columns.Count, parameters));
                parameters += blocks[^1].ParameterCount;
                columns.AddRange(options.Random[entry].Terms.Select(term => ColumnOf(sample, term, design.Rows)));
            }

            double[] scales = [.. columns.Select(column => Math.Sqrt(Sums.Dot(column, column) / column.Length))];
            Require.That(
                scales.All(scale => scale > 0 && double.IsFinite(scale)), nameof(options.Random),
                $"must have finite terms that are not zero in all rows; a term of {group.Key} is");
            double[][] scaled = [.. columns.Select((column, i) => column.Select((value, row) => value / scales[i] * roots[row]).ToArray())];
            factors.Add(new GroupingFactor(group.Key, levels.Codes, levels.Positions, scaled, scales, [.. blocks]));
            Check(factors[^1], design.Rows.Length);
        }

        return [.. factors.OrderByDescending(factor => factor.Size)];
    }

    private static double[] ColumnOf(MultilevelSample sample, string term, int[] rows)
    {
        if (term == RandomTerms.Intercept)
        {
            return [.. Enumerable.Repeat(1.0, rows.Length)];
        }

        IReadOnlyList<double> values = sample.Observations.Data.Numbers(term);
        return [.. rows.Select(row => values[row])];
    }

    private static void Check(GroupingFactor factor, int rows)
    {
        Require.That(factor.Levels.Length > 1, factor.Name, "must hold at least two groups among the complete rows; it held 1");
        Require.That(factor.Size < rows, factor.Name, FormattableString.Invariant(
            $"must have fewer coefficients that differ between groups than there are rows; it had {factor.Levels.Length} groups with {factor.Width} terms and {rows} rows"));
    }
}
