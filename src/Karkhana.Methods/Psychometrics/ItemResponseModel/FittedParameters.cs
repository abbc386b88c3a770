using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Psychometrics;

/// <summary>The parameters at the maximum with their covariance, turned so that the mean slope is positive.</summary>
internal sealed class FittedParameters
{
    private FittedParameters(MarginalProblem problem, MarginalMaximum maximum, double[] values, double[][]? covariance)
    {
        Layout = problem.Layout;
        Maximum = maximum;
        Values = values;
        Instances = Layout.Expand(values);
        Covariance = covariance;
    }

    /// <summary>Gets the layout.</summary>
    public ParameterLayout Layout { get; }

    /// <summary>Gets how the search ended.</summary>
    public MarginalMaximum Maximum { get; }

    /// <summary>Gets the free parameters.</summary>
    public double[] Values { get; }

    /// <summary>Gets the parameters of each instance.</summary>
    public double[][] Instances { get; }

    /// <summary>Gets the covariance of the free parameters, NaN for those held at a bound; null when the information is not
    /// positive definite.</summary>
    public double[][]? Covariance { get; }

    /// <summary>Inverts the information, and turns the latent variable round if the mean slope is negative.</summary>
    /// <param name="problem">The problem; its posterior must be that of the maximum.</param>
    /// <param name="maximum">The maximum.</param>
    /// <param name="robust">Whether weights call for the sandwich.</param>
    public static FittedParameters Of(MarginalProblem problem, MarginalMaximum maximum, bool robust)
    {
        double[] values = [.. maximum.Point.Parameters];
        int[] moving = [.. Enumerable.Range(0, values.Length).Where(k => !maximum.Frozen[k])];
        double sign = MeanSlope(problem.Layout, maximum.Point.Instances) < 0 ? -1 : 1;
        double[] signs = [.. problem.Layout.Kinds.Select(
            kind => kind is ParameterKind.Slope or ParameterKind.Mean ? sign : 1)];
        for (int k = 0; k < values.Length; k++)
        {
            values[k] *= signs[k];
        }

        Matrix<double>? inverse = Invert(problem, maximum, moving, robust);
        return new FittedParameters(problem, maximum, values, inverse is null ? null : Spread(inverse, moving, signs));
    }

    /// <summary>Gives the standard error of a free parameter; NaN when fixed or not known.</summary>
    public double StdError(int index) => index < 0 || Covariance is null ? double.NaN : Math.Sqrt(Covariance[index][index]);

    private static double MeanSlope(ParameterLayout layout, double[][] instances)
    {
        double sum = 0;
        for (int at = 0; at < instances.Length; at++)
        {
            sum += layout.Instances[at].Group <= 0 ? instances[at][0] : 0;
        }

        return sum;
    }

    private static Matrix<double>? Invert(MarginalProblem problem, MarginalMaximum maximum, int[] moving, bool robust)
    {
        Matrix<double> observed = maximum.Information.Observed;
        Matrix<double>? inverse = PositiveDefinite.Inverse(Part(observed, moving));
        return inverse is null || !robust
            ? inverse
            : inverse * Part(problem.SquaredScores(maximum.Point), moving) * inverse;
    }

    private static Matrix<double> Part(Matrix<double> matrix, int[] indices) =>
        Matrix<double>.Build.Dense(indices.Length, indices.Length, (i, j) => matrix[indices[i], indices[j]]);

    private static double[][] Spread(Matrix<double> inverse, int[] moving, double[] signs)
    {
        double[][] covariance = [.. signs.Select(_ => new double[signs.Length])];
        foreach (double[] row in covariance)
        {
            Array.Fill(row, double.NaN);
        }

        for (int i = 0; i < moving.Length; i++)
        {
            for (int j = 0; j < moving.Length; j++)
            {
                covariance[moving[i]][moving[j]] = inverse[i, j] * signs[moving[i]] * signs[moving[j]];
            }
        }

        return covariance;
    }
}
