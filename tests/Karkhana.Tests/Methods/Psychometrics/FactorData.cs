using CsCheck;
using Karkhana.Core.Randomness;
using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Tests.Methods.Psychometrics;

/// <summary>Answers whose covariances are known exactly, and random ones with a factor behind them.</summary>
internal static class FactorData
{
    /// <summary>Answers of 30 respondents to five items with one factor of random loadings.</summary>
    public static readonly Gen<double[][]> OneFactor =
        from loadings in Gen.Int[4, 12].Select(tenths => tenths / 10.0).Array[5]
        from factor in Gen.Int[-20, 20].Array[30]
        from own in Gen.Int[-15, 15].Array[30].Array[5]
        select loadings.Select((loading, item) => factor.Zip(own[item], (f, e) => (loading * f / 10) + (e / 10.0) + ((item + 1) * (f % 3) / 100.0)).ToArray()).ToArray();

    public static ItemResponses Of(double[][] answers) =>
        new([.. Enumerable.Range(1, answers.Length).Select(item => $"i{item}")], answers);

    /// <summary>Makes answers by item whose covariance matrix (divisor n − 1) and means are exactly the given ones.</summary>
    public static double[][] Exact(Matrix<double> covariances, int respondents, double[]? means = null, ulong seed = 1)
    {
        int items = covariances.RowCount;
        RandomStream stream = new(seed, RandomPurpose.Example, 0);
        Matrix<double> directions = Matrix<double>.Build.Dense(
            respondents, items + 1, (_, column) => column == 0 ? 1 : stream.NextGaussian()).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).Q;
        Matrix<double> answers = directions.SubMatrix(0, respondents, 1, items) * covariances.Cholesky().Factor.Transpose() * Math.Sqrt(respondents - 1);
        return [.. Enumerable.Range(0, items).Select(item => answers.Column(item).Select(answer => answer + (means?[item] ?? 3)).ToArray())];
    }

    /// <summary>Gives PΦP′ with ones on the diagonal.</summary>
    public static Matrix<double> Correlations(Matrix<double> pattern, Matrix<double> factors)
    {
        Matrix<double> common = pattern * factors * pattern.Transpose();
        return common.MapIndexed((i, j, value) => i == j ? 1 : value, Zeros.Include);
    }

    /// <summary>Gives the correlations of one factor with the given loadings.</summary>
    public static Matrix<double> Correlations(params double[] loadings) => Correlations(
        Matrix<double>.Build.Dense(loadings.Length, 1, loadings), Matrix<double>.Build.DenseIdentity(1));

    /// <summary>Six items, three to each of two factors, without cross-loadings.</summary>
    public static Matrix<double> TwoBlocks() => Matrix<double>.Build.DenseOfArray(new[,]
    {
        { 0.8, 0 }, { 0.7, 0 }, { 0.6, 0 }, { 0, 0.75 }, { 0, 0.65 }, { 0, 0.5 },
    });

    /// <summary>Nine items, three to each of three factors, without cross-loadings.</summary>
    public static Matrix<double> ThreeBlocks() => Matrix<double>.Build.DenseOfArray(new[,]
    {
        { 0.8, 0, 0 }, { 0.7, 0, 0 }, { 0.6, 0, 0 }, { 0, 0.75, 0 }, { 0, 0.65, 0 }, { 0, 0.5, 0 },
        { 0, 0, 0.7 }, { 0, 0, 0.6 }, { 0, 0, 0.55 },
    });

    /// <summary>The correlations of factors that load so on one second-order factor.</summary>
    public static Matrix<double> SecondOrder(params double[] loadings) => Correlations(loadings);
}
