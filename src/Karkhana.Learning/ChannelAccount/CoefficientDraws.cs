using Karkhana.Core.Inference;
using Karkhana.Core.Kernels;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Learning;

/// <summary>Draws of coefficients from their estimated joint distribution: multivariate Student's t.</summary>
/// <remarks>The chi-square behind t, of at least three degrees of freedom, is drawn by Wilson and Hilferty's cube of a normal. Equations of a recursive system with independent errors
/// have independent estimates, so that each draws by itself; slopes of several outcomes in one exposure share the correlations of their
/// residuals. Source: MacKinnon, Lockwood and Williams 2004, doi:10.1207/s15327906mbr3901_4; Zellner 1962,
/// doi:10.1080/01621459.1962.10480664.</remarks>
internal sealed class CoefficientDraws
{
    // With fewer Student's t has no variance, and percentiles of products would tell of its tails alone.
    private const double LeastDegrees = 3;

    private readonly string[] _terms;
    private readonly double[][] _values;

    public CoefficientDraws(LearningFit fit, IReadOnlyList<string> terms, int draws, RandomStream stream)
    {
        _terms = [.. terms];
        int[] places = [.. terms.Select(fit.Coefficients.Find)];
        double[] means = [.. places.Select(place => fit.Coefficients.Estimates[place])];
        double degrees = places.Min(place => fit.Coefficients.DegreesOfFreedom[place]);
        Matrix<double> root = Root(Matrix<double>.Build.Dense(_terms.Length, _terms.Length, (i, j) => fit.Covariance(_terms[i], _terms[j])));
        _values = [.. Enumerable.Range(0, draws).Select(_ =>
        {
            Vector<double> noise = Vector<double>.Build.Dense(_terms.Length, _ => stream.NextGaussian());
            return (Vector<double>.Build.DenseOfArray(means) + (root * noise * Spread(degrees, stream))).ToArray();
        })];
    }

    /// <summary>Draws the slopes of several equations in one term together.</summary>
    /// <param name="fits">The equations.</param>
    /// <param name="term">The term.</param>
    /// <param name="draws">The number of draws.</param>
    /// <param name="stream">Where they come from.</param>
    /// <returns>One list of draws per equation.</returns>
    public static double[][] Together(IReadOnlyList<LearningFit> fits, string term, int draws, RandomStream stream)
    {
        int count = fits.Count;
        if (count == 0)
        {
            return [];
        }

        Matrix<double> root = Root(Matrix<double>.Build.Dense(count, count, (i, j) => i == j ? 1 : Correlation(fits[i], fits[j])));
        double[][] values = [.. fits.Select(_ => new double[draws])];
        for (int draw = 0; draw < draws; draw++)
        {
            Vector<double> noise = root * Vector<double>.Build.Dense(count, _ => stream.NextGaussian());
            for (int i = 0; i < count; i++)
            {
                int place = fits[i].Coefficients.Find(term);
                values[i][draw] = fits[i].Coefficients.Estimates[place] + (fits[i].Coefficients.StandardErrors[place] * noise[i]
                    * Spread(fits[i].Coefficients.DegreesOfFreedom[place], stream));
            }
        }

        return values;
    }

    public double[] Of(string term)
    {
        int position = Array.IndexOf(_terms, term);
        return [.. _values.Select(draw => draw[position])];
    }

    /// <summary>Gives the percentile interval of draws around an estimate.</summary>
    public static PathInterval Interval(double estimate, IEnumerable<double> draws, double level)
    {
        double[] sorted = [.. draws.Order()];
        double tail = (1 - level) / 2;
        return new PathInterval(estimate, Quantiles.Type7(sorted, tail), Quantiles.Type7(sorted, 1 - tail));
    }

    // √(ν/χ²): what makes a normal draw one of Student's t. Drawn whatever ν is, so that it moves no later draw.
    private static double Spread(double degrees, RandomStream stream)
    {
        double normal = stream.NextGaussian();
        if (double.IsInfinity(degrees))
        {
            return 1;
        }

        double ninth = 2 / (9 * Math.Max(LeastDegrees, degrees));
        double root = Math.Max(0.05, 1 - ninth + (normal * Math.Sqrt(ninth)));
        return 1 / Math.Sqrt(root * root * root);
    }

    private static double Correlation(LearningFit first, LearningFit second)
    {
        Dictionary<int, double> other = second.Firms.Zip(second.Residuals).ToDictionary(pair => pair.First, pair => pair.Second);
        (double Left, double Right)[] common = [.. first.Firms.Zip(first.Residuals)
            .Where(pair => other.ContainsKey(pair.First)).Select(pair => (pair.Second, other[pair.First]))];
        double[] left = Standard.Scores([.. common.Select(pair => pair.Left)]);
        double[] right = Standard.Scores([.. common.Select(pair => pair.Right)]);
        double correlation = Sums.Dot(left, right) / Math.Max(1, common.Length - 1);
        return double.IsNaN(correlation) ? 0 : correlation;
    }

    // By eigenvalues, since a robust covariance of few clusters may be singular.
    private static Matrix<double> Root(Matrix<double> covariance)
    {
        var eigen = covariance.Evd(Symmetricity.Symmetric);
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray(
            [.. eigen.EigenValues.Select(value => Math.Sqrt(Math.Max(0, value.Real)))]);
    }
}
