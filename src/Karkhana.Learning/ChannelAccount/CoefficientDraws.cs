using Karkhana.Core.Inference;
using Karkhana.Core.Randomness;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Learning;

/// <summary>Draws of some coefficients of an equation from their estimated joint distribution.</summary>
/// <remarks>Equations of a recursive system with independent errors have independent estimates, so that each draws by itself. Source:
/// MacKinnon, Lockwood and Williams 2004, doi:10.1207/s15327906mbr3901_4.</remarks>
internal sealed class CoefficientDraws
{
    private readonly string[] _terms;
    private readonly double[][] _values;

    public CoefficientDraws(LearningFit fit, IReadOnlyList<string> terms, int draws, RandomStream stream)
    {
        _terms = [.. terms];
        double[] means = [.. terms.Select(term => fit.Coefficients.Estimates[fit.Coefficients.Find(term)])];
        Matrix<double> root = Root(Matrix<double>.Build.Dense(_terms.Length, _terms.Length, (i, j) => fit.Covariance(_terms[i], _terms[j])));
        _values = [.. Enumerable.Range(0, draws).Select(_ =>
        {
            Vector<double> noise = Vector<double>.Build.Dense(_terms.Length, _ => stream.NextGaussian());
            return (Vector<double>.Build.DenseOfArray(means) + (root * noise)).ToArray();
        })];
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

    // By eigenvalues, since a robust covariance of few clusters may be singular.
    private static Matrix<double> Root(Matrix<double> covariance)
    {
        var eigen = covariance.Evd(Symmetricity.Symmetric);
        return eigen.EigenVectors * Matrix<double>.Build.DenseOfDiagonalArray(
            [.. eigen.EigenValues.Select(value => Math.Sqrt(Math.Max(0, value.Real)))]);
    }
}
