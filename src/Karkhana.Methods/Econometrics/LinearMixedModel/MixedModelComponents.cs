using MathNet.Numerics.Distributions;

namespace Karkhana.Methods.Econometrics;

/// <summary>Reads variances, correlations and predicted terms off a fitted mixed model, in the units of the data.</summary>
internal sealed class MixedModelComponents(MixedModelFit fit, MixedModelUncertainty uncertainty, double level)
{
    private const double Boundary = 1e-4; // of the residual's standard deviation, as others have it

    private readonly double _quantile = Normal.InvCDF(0, 1, (1 + level) / 2);

    /// <summary>Gets a value indicating whether some combination of terms does not vary between groups.</summary>
    public bool Singular => MixedModelFit.Diagonals(fit.Design).Any(
        at => Math.Abs(fit.Parameters[at.Block.Diagonal(at.Term)]) < Boundary);

    /// <summary>Gives variances, then covariances, of each entry, and the residual variance last.</summary>
    public IReadOnlyList<VarianceComponent> Variances()
    {
        List<VarianceComponent> components = [];
        foreach ((GroupingFactor factor, RandomBlock block) in fit.Design.Factors
            .SelectMany(factor => factor.Blocks.Select(block => (factor, block))).OrderBy(pair => pair.block.Entry))
        {
            components.AddRange(Enumerable.Range(0, block.Terms.Count).Select(term => VarianceOf(factor, block, term)));
            for (int term = 1; term < block.Terms.Count; term++)
            {
                components.AddRange(Enumerable.Range(0, term).Select(other => CovarianceOf(factor, block, term, other)));
            }
        }

        (double low, double high) = Limits(fit.Variance, uncertainty.LogarithmError(1, new double[fit.Parameters.Length]));
        components.Add(new VarianceComponent(VarianceComponent.Residual, "", "", fit.Variance, Math.Sqrt(fit.Variance), low, high));
        return components;
    }

    /// <summary>Gives the share of each grouping's intercepts in the variance of an outcome whose other terms are 0.</summary>
    public IReadOnlyList<IntraclassShare> Shares(IReadOnlyList<VarianceComponent> components)
    {
        VarianceComponent[] intercepts = [.. components.Where(component => component.Term == RandomTerms.Intercept && component.OtherTerm.Length == 0)];
        double total = intercepts.Sum(component => component.Variance) + fit.Variance;
        return
        [
            .. fit.Design.Factors.OrderBy(factor => factor.Blocks[0].Entry).Select(factor =>
                new IntraclassShare(factor.Name, factor.Levels.Length, intercepts.Any(component => component.Group == factor.Name)
                    ? intercepts.Where(component => component.Group == factor.Name).Sum(component => component.Variance) / total
                    : double.NaN)),
        ];
    }

    /// <summary>Gives the predicted terms in the order of the entries, and by factor the coefficients of each group in
    /// scaled columns.</summary>
    public (IReadOnlyList<GroupTerm> Terms, double[][][] Coefficients) Predictions(double[] coefficients)
    {
        fit.Kernel.Evaluate(fit.Parameters, -1);
        MixedModelPosterior posterior = new(fit.Kernel);
        double[][] nodes = posterior.Nodes(coefficients);
        List<(int Entry, GroupTerm Term)> terms = [];
        double[][][] all = new double[fit.Design.Factors.Length][][];
        for (int f = 0; f < all.Length; f++)
        {
            GroupingFactor factor = fit.Design.Factors[f];
            var drawn = Enumerable.Range(0, factor.Levels.Length).Select(group => f == 0
                ? posterior.Group(group, coefficients, nodes)
                : (nodes[fit.Kernel.Products.NodeOf(f, group)], posterior.NodeCovariance(fit.Kernel.Products.NodeOf(f, group)))).ToArray();
            DualMatrix lambda = fit.Kernel.Lambda[f];
            all[f] = [.. drawn.Select(group => Enumerable.Range(0, factor.Width).Select(term => Combined(lambda, term, group.Item1)).ToArray())];
            foreach (RandomBlock block in factor.Blocks)
            {
                for (int term = 0; term < block.Terms.Count; term++)
                {
                    int column = block.FirstColumn + term;
                    double scale = factor.Scales[column];
                    terms.Add((block.Entry, new GroupTerm(
                        factor.Name, block.Terms[term], factor.Levels, [.. all[f].Select(group => group[column] / scale)],
                        [.. drawn.Select(group => Math.Sqrt(fit.Variance * Squared(lambda, column, group.Item2)) / scale)])));
                }
            }
        }

        return ([.. terms.OrderBy(term => term.Entry).Select(term => term.Term)], all);
    }

    private static double Combined(DualMatrix lambda, int row, double[] means)
    {
        double sum = 0;
        for (int column = 0; column <= row; column++)
        {
            sum += lambda[row, column].Value * means[column];
        }

        return sum;
    }

    private static double Squared(DualMatrix lambda, int row, double[,] covariance)
    {
        double sum = 0;
        for (int i = 0; i <= row; i++)
        {
            for (int j = 0; j <= row; j++)
            {
                sum += lambda[row, i].Value * covariance[i, j] * lambda[row, j].Value;
            }
        }

        return sum;
    }

    private VarianceComponent VarianceOf(GroupingFactor factor, RandomBlock block, int term)
    {
        double relative = Product(block, term, term);
        double variance = fit.Variance * relative / (factor.Scales[block.FirstColumn + term] * factor.Scales[block.FirstColumn + term]);
        double[] slopes = new double[fit.Parameters.Length];
        for (int column = 0; column <= term; column++)
        {
            int cell = block.Diagonal(term) - term + column;
            slopes[cell] = 2 * fit.Parameters[cell];
        }

        (double low, double high) = Math.Sqrt(relative) < Boundary
            ? (double.NaN, double.NaN)
            : Limits(variance, uncertainty.LogarithmError(relative, slopes));
        return new VarianceComponent(factor.Name, block.Terms[term], "", variance, Math.Sqrt(variance), low, high);
    }

    private VarianceComponent CovarianceOf(GroupingFactor factor, RandomBlock block, int term, int other)
    {
        double relative = Product(block, term, other);
        double covariance = fit.Variance * relative
            / (factor.Scales[block.FirstColumn + term] * factor.Scales[block.FirstColumn + other]);
        double correlation = relative / Math.Sqrt(Product(block, term, term) * Product(block, other, other));
        return new VarianceComponent(factor.Name, block.Terms[other], block.Terms[term], covariance, correlation, double.NaN, double.NaN);
    }

    // One cell of ΛΛ'.
    private double Product(RandomBlock block, int row, int other)
    {
        double sum = 0;
        for (int column = 0; column <= Math.Min(row, other); column++)
        {
            sum += fit.Parameters[block.Diagonal(row) - row + column] * fit.Parameters[block.Diagonal(other) - other + column];
        }

        return sum;
    }

    private (double Low, double High) Limits(double variance, double error) =>
        (variance * Math.Exp(-_quantile * error), variance * Math.Exp(_quantile * error));
}
