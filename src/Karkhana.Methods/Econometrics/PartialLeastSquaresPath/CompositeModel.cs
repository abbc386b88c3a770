using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A partial least squares path model of a correlation matrix.</summary>
/// <param name="Weights">By indicator.</param>
/// <param name="Loadings">The correlations of indicators with their composites.</param>
/// <param name="Correlations">Composite by composite.</param>
/// <param name="Coefficients">By path.</param>
/// <param name="RSquared">By construct; NaN for those that nothing explains.</param>
/// <param name="Converged">Whether the weights came to rest.</param>
internal sealed record CompositeModel(
    double[] Weights, double[] Loadings, Matrix<double> Correlations, double[] Coefficients, double[] RSquared, bool Converged)
{
    private const int MostSteps = 5000;
    private const double SmallChange = 1e-13;

    /// <summary>Gives paths, weights and loadings one after another, as the bootstrap draws them.</summary>
    public double[] Numbers() => [.. Coefficients, .. Weights, .. Loadings];

    /// <summary>Estimates weights, paths and loadings.</summary>
    /// <param name="structure">Blocks and paths.</param>
    /// <param name="correlations">Of the indicators, construct by construct.</param>
    /// <param name="scheme">The inner weighting.</param>
    /// <param name="orientation">Loadings that the signs of the composites follow; null for the majority rule.</param>
    public static CompositeModel Of(
        CompositeStructure structure, Matrix<double> correlations, InnerWeighting scheme, IReadOnlyList<double>? orientation = null)
    {
        Matrix<double> weights = Start(structure, correlations);
        bool converged = false;
        for (int step = 0; step < MostSteps && !converged; step++)
        {
            Matrix<double> next = Next(structure, correlations, weights, scheme);
            converged = (next - weights).Enumerate().Max(Math.Abs) < SmallChange;
            weights = next;
        }

        return Complete(structure, correlations, Turned(structure, correlations * weights, weights, orientation), converged);
    }

    private static CompositeModel Complete(
        CompositeStructure structure, Matrix<double> correlations, Matrix<double> weights, bool converged)
    {
        Matrix<double> cross = correlations * weights;
        Matrix<double> composites = weights.TransposeThisAndMultiply(cross).MapIndexed(
            (i, j, value) => i == j && double.IsFinite(value) ? 1 : value, Zeros.Include);
        double[] coefficients = new double[structure.Paths.Count];
        double[] explained = [.. Enumerable.Repeat(double.NaN, structure.Count)];
        for (int construct = 0; construct < structure.Count; construct++)
        {
            int[] predecessors = structure.PredecessorsOf(construct);
            if (predecessors.Length == 0)
            {
                continue;
            }

            Vector<double> slopes = Regression(composites, predecessors, construct);
            explained[construct] = 0;
            for (int k = 0; k < predecessors.Length; k++)
            {
                coefficients[PathOf(structure, predecessors[k], construct)] = slopes[k];
                explained[construct] += slopes[k] * composites[predecessors[k], construct];
            }
        }

        return new CompositeModel(
            ByIndicator(structure, weights), ByIndicator(structure, cross), composites, coefficients, explained, converged);
    }

    private static double[] ByIndicator(CompositeStructure structure, Matrix<double> values) =>
        [.. Enumerable.Range(0, structure.Count).SelectMany(construct => Enumerable.Range(structure.First[construct], structure.SizeOf(construct))
            .Select(indicator => values[indicator, construct]))];

    private static int PathOf(CompositeStructure structure, int from, int to)
    {
        int path = 0;
        while (structure.Paths[path] != (from, to))
        {
            path++;
        }

        return path;
    }

    private static Matrix<double> Start(CompositeStructure structure, Matrix<double> correlations)
    {
        Matrix<double> weights = Matrix<double>.Build.Dense(structure.Indicators.Count, structure.Count);
        for (int construct = 0; construct < structure.Count; construct++)
        {
            SetScaled(structure, correlations, weights, construct, Vector<double>.Build.Dense(structure.SizeOf(construct), 1));
        }

        return weights;
    }

    private static Matrix<double> Next(
        CompositeStructure structure, Matrix<double> correlations, Matrix<double> weights, InnerWeighting scheme)
    {
        Matrix<double> cross = correlations * weights;
        Matrix<double> inner = InnerWeights(structure, weights.TransposeThisAndMultiply(cross), scheme);
        Matrix<double> proxies = cross * inner.Transpose(); // covariances of indicators with the proxies
        Matrix<double> next = Matrix<double>.Build.Dense(weights.RowCount, weights.ColumnCount);
        for (int construct = 0; construct < structure.Count; construct++)
        {
            (int first, int size) = (structure.First[construct], structure.SizeOf(construct));
            Vector<double> covariances = proxies.Column(construct, first, size);
            SetScaled(
                structure, correlations, next, construct,
                structure.IsFormative[construct] ? correlations.SubMatrix(first, size, first, size).Solve(covariances) : covariances);
        }

        return next;
    }

    /// <summary>Writes the weights of a construct so that its composite has variance 1.</summary>
    private static void SetScaled(
        CompositeStructure structure, Matrix<double> correlations, Matrix<double> weights, int construct, Vector<double> own)
    {
        (int first, int size) = (structure.First[construct], structure.SizeOf(construct));
        double deviation = Math.Sqrt(own.DotProduct(correlations.SubMatrix(first, size, first, size) * own));
        for (int k = 0; k < size; k++)
        {
            weights[first + k, construct] = own[k] / deviation;
        }
    }

    private static Matrix<double> InnerWeights(CompositeStructure structure, Matrix<double> composites, InnerWeighting scheme)
    {
        Matrix<double> inner = Matrix<double>.Build.Dense(structure.Count, structure.Count);
        for (int construct = 0; construct < structure.Count; construct++)
        {
            int[] predecessors = structure.PredecessorsOf(construct);
            foreach (int neighbour in (int[])[.. predecessors, .. structure.SuccessorsOf(construct)])
            {
                double correlation = composites[construct, neighbour];
                inner[construct, neighbour] = scheme == InnerWeighting.Centroid ? Math.Sign(correlation) : correlation;
            }

            if (scheme == InnerWeighting.Path && predecessors.Length > 0)
            {
                Vector<double> slopes = Regression(composites, predecessors, construct);
                for (int k = 0; k < predecessors.Length; k++)
                {
                    inner[construct, predecessors[k]] = slopes[k];
                }
            }
        }

        return inner;
    }

    private static Vector<double> Regression(Matrix<double> composites, int[] predecessors, int construct)
    {
        Matrix<double> among = Matrix<double>.Build.Dense(
            predecessors.Length, predecessors.Length, (i, j) => composites[predecessors[i], predecessors[j]]);
        return among.Solve(Vector<double>.Build.Dense(predecessors.Length, i => composites[predecessors[i], construct]));
    }

    /// <summary>Turns composites so that most loadings are positive (their sum, when as many are not), or so that they go
    /// with given ones.</summary>
    private static Matrix<double> Turned(
        CompositeStructure structure, Matrix<double> loadings, Matrix<double> weights, IReadOnlyList<double>? orientation)
    {
        double[] signs = new double[structure.Count];
        for (int construct = 0; construct < structure.Count; construct++)
        {
            int first = structure.First[construct];
            double[] own = [.. loadings.Column(construct, first, structure.SizeOf(construct))];
            double votes = orientation is null
                ? Core.Kernels.Sums.Sum([.. own.Select(loading => double.IsNaN(loading) ? 0 : (double)Math.Sign(loading))])
                : Core.Kernels.Sums.Sum([.. own.Select((loading, k) => loading * orientation[first + k])]);
            double verdict = votes == 0 ? Core.Kernels.Sums.Sum(own) : votes;
            signs[construct] = verdict < 0 ? -1 : 1;
        }

        return weights.MapIndexed((_, construct, value) => value * signs[construct], Zeros.Include);
    }
}
