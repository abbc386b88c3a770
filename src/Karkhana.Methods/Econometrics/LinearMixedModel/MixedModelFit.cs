using Karkhana.Methods.Psychometrics;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>The variances of a mixed model that maximise its likelihood.</summary>
/// <remarks>
/// Newton's method on the profiled deviance with exact derivatives by one parameter at a time and differences of them for
/// the second ones. The deviance depends on ΛΛ' alone, so that it is smooth where a variance is 0, and no bound is needed:
/// signs are set afterwards.
/// </remarks>
internal sealed class MixedModelFit
{
    private const double Step = 1e-4;
    private const double Unbounded = 1e8;

    private readonly LikelihoodCriterion _method;

    private MixedModelFit(MixedModelDesign design, LikelihoodCriterion method)
    {
        Design = design;
        _method = method;
        Kernel = new MixedModelKernel(design);
        Parameters = [];
    }

    public MixedModelDesign Design { get; }

    public MixedModelKernel Kernel { get; }

    /// <summary>Gets the lower triangles of Λ, diagonals not negative.</summary>
    public double[] Parameters { get; private set; }

    public double Deviance { get; private set; }

    /// <summary>Gets the residual variance.</summary>
    public double Variance { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>Gets the rows less, with restricted likelihood, the shared terms.</summary>
    public double Degrees => MixedModelDeviance.DegreesOf(Design, _method);

    public static MixedModelFit Of(MixedModelDesign design, LikelihoodCriterion method, CancellationToken cancellationToken)
    {
        MixedModelFit fit = new(design, method);
        Vector<double> start = Vector<double>.Build.Dense(design.ParameterCount);
        foreach ((RandomBlock block, int term) in Diagonals(design))
        {
            start[block.Diagonal(term)] = 1;
        }

        (Vector<double> point, double value, bool converged) = BoundedNewton.Minimise(
            parameters =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                return fit.Objective([.. parameters]);
            },
            start, -Unbounded, Unbounded);
        fit.Parameters = WithPositiveDiagonals(design, [.. point]);
        (fit.Deviance, fit.Converged) = (value, converged);
        fit.Variance = fit.Kernel.Evaluate(fit.Parameters, -1).Squares.Value / fit.Degrees;
        return fit;
    }

    /// <summary>Gives the entries of the model with the positions of their terms.</summary>
    public static IEnumerable<(RandomBlock Block, int Term)> Diagonals(MixedModelDesign design) => design.Factors
        .SelectMany(factor => factor.Blocks)
        .SelectMany(block => Enumerable.Range(0, block.Terms.Count).Select(term => (block, term)));

    /// <summary>Gives the derivatives of the logarithms of determinants and of the squares by each parameter.</summary>
    public (double[] Logarithm, double[] Squares) Slopes(double[] parameters)
    {
        double[] logarithm = new double[parameters.Length];
        double[] squares = new double[parameters.Length];
        for (int direction = 0; direction < parameters.Length; direction++)
        {
            MixedModelDeviance there = Kernel.Evaluate(parameters, direction);
            logarithm[direction] = there.LogDeterminant.Slope
                + (_method == LikelihoodCriterion.Reml ? there.LogDeterminantFixed.Slope : 0);
            squares[direction] = there.Squares.Slope;
        }

        return (logarithm, squares);
    }

    /// <summary>Gives the matrix of second derivatives by central differences of first ones.</summary>
    public static Matrix<double> SecondDerivatives(double[] parameters, Func<double[], double[]> first)
    {
        int count = parameters.Length;
        Matrix<double> second = Matrix<double>.Build.Dense(count, count);
        for (int i = 0; i < count; i++)
        {
            double step = Step * Math.Max(1, Math.Abs(parameters[i]));
            double[] moved = [.. parameters];
            moved[i] = parameters[i] + step;
            double[] above = first(moved);
            moved[i] = parameters[i] - step;
            double[] below = first(moved);
            for (int j = 0; j < count; j++)
            {
                second[i, j] = (above[j] - below[j]) / (2 * step);
            }
        }

        return (second + second.Transpose()) / 2;
    }

    private (double Value, Vector<double> Gradient, Matrix<double> Hessian) Objective(double[] parameters)
    {
        double value = Kernel.Evaluate(parameters, -1).Of(Design, _method).Value;
        return (value, Vector<double>.Build.Dense(Gradient(parameters)), SecondDerivatives(parameters, Gradient));
    }

    private double[] Gradient(double[] parameters)
    {
        double[] gradient = new double[parameters.Length];
        for (int direction = 0; direction < gradient.Length; direction++)
        {
            gradient[direction] = Kernel.Evaluate(parameters, direction).Of(Design, _method).Slope;
        }

        return gradient;
    }

    // A column of Λ and its negative give the same covariance.
    private static double[] WithPositiveDiagonals(MixedModelDesign design, double[] parameters)
    {
        foreach ((RandomBlock block, int column) in Diagonals(design))
        {
            if (parameters[block.Diagonal(column)] < 0)
            {
                for (int row = column; row < block.Terms.Count; row++)
                {
                    parameters[block.Diagonal(row) - (row - column)] *= -1;
                }
            }
        }

        return parameters;
    }
}
