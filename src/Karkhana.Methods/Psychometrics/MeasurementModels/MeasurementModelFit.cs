using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Karkhana.Methods.Psychometrics;

/// <summary>Maximum-likelihood estimates of a measurement model.</summary>
/// <param name="Model">The model.</param>
/// <param name="Moments">What it was fitted to, by group.</param>
/// <param name="Parameters">The estimates.</param>
/// <param name="Statistic">Σ n_g F_g, the likelihood-ratio chi-square against free means and covariances.</param>
/// <param name="Covariance">The inverse expected information, or null when it has none.</param>
/// <param name="Converged">Whether the scores vanished.</param>
internal sealed record MeasurementModelFit(
    MeasurementModel Model,
    IReadOnlyList<GroupMoments> Moments,
    Vector<double> Parameters,
    double Statistic,
    Matrix<double>? Covariance,
    bool Converged)
{
    private const int MostSteps = 1000;
    private const int MostHalvings = 40;
    private const double SmallDecrement = 1e-18;
    private const double EnoughForConvergence = 1e-8;
    private const double SmallestEigenvalue = 1e-9;

    /// <summary>Climbs the likelihood by Fisher scoring, steps halved until it rises.</summary>
    /// <remarks>
    /// F_g = ln|Σ| − ln|S| + tr(SΣ⁻¹) − p + (x̄ − μ)′Σ⁻¹(x̄ − μ). With Σ changing by uv′ + vu′ and μ by m, W = Σ⁻¹, C = S +
    /// (x̄ − μ)(x̄ − μ)′: score n[u′W(C − Σ)Wv + (x̄ − μ)′Wm], information n[(x′Wu)(v′Wy) + (x′Wv)(u′Wy) + m′Wm*].
    /// Source: Jöreskog 1969, doi:10.1007/BF02289343; Jöreskog 1971, doi:10.1007/BF02291366.
    /// </remarks>
    public static MeasurementModelFit Of(MeasurementModel model, IReadOnlyList<GroupMoments> moments, CancellationToken cancellationToken)
    {
        Vector<double> parameters = model.Parametrise([.. moments.Select(group => StartingMatrices.Of(group, model.Constructs))]);
        double statistic = StatisticAt(model, moments, parameters);
        bool converged = false;
        double previous = double.PositiveInfinity;
        for (int step = 0; step < MostSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (Vector<double> scores, Matrix<double> information) = Derivatives(model, moments, parameters);
            Vector<double> direction = PositiveDefinite.SolveWithRidge(information, scores);
            double decrement = scores.DotProduct(direction);
            converged = decrement <= EnoughForConvergence;
            bool near = decrement <= EnoughForConvergence;
            if (decrement <= SmallDecrement || (near && decrement >= previous)
                || Step(model, moments, (parameters, statistic), direction, near) is not var (next, lower))
            {
                break;
            }

            (parameters, statistic, previous) = (next, lower, decrement);
        }

        return new MeasurementModelFit(
            model, moments, parameters, Math.Max(0, statistic), Invert(Derivatives(model, moments, parameters).Information), converged);
    }

    /// <summary>Gives the standard error of a parameter; NaN when the information has no inverse.</summary>
    public double StandardError(int position) => Covariance is null ? double.NaN : Math.Sqrt(Covariance[position, position]);

    /// <summary>Takes the longest step that lowers the statistic; near the end, where rounding hides that it falls, the whole
    /// one.</summary>
    private static (Vector<double> Next, double Statistic)? Step(
        MeasurementModel model,
        IReadOnlyList<GroupMoments> moments,
        (Vector<double> Parameters, double Statistic) now,
        Vector<double> direction,
        bool near)
    {
        double length = 1;
        for (int halving = 0; halving < MostHalvings; halving++, length /= 2)
        {
            Vector<double> next = now.Parameters + (length * direction);
            double statistic = StatisticAt(model, moments, next);
            if (statistic < now.Statistic || (near && double.IsFinite(statistic)))
            {
                return (next, statistic);
            }
        }

        return null;
    }

    /// <summary>Gives Σ n_g F_g; positive infinity where Σ is not positive definite.</summary>
    private static double StatisticAt(MeasurementModel model, IReadOnlyList<GroupMoments> moments, Vector<double> parameters)
    {
        double sum = 0;
        for (int group = 0; group < moments.Count; group++)
        {
            GroupMoments own = moments[group];
            ModelMatrices matrices = model.At(parameters, group);
            if (PositiveDefinite.Factor(matrices.Covariances()) is not { } factor)
            {
                return double.PositiveInfinity;
            }

            Vector<double> distance = Distance(own, matrices, model);
            double misfit = factor.DeterminantLn - own.LogDeterminant + factor.Solve(own.Covariances).Trace() - own.Items
                + distance.DotProduct(factor.Solve(distance));
            sum += own.Respondents * misfit;
        }

        return sum;
    }

    private static Vector<double> Distance(GroupMoments moments, ModelMatrices matrices, MeasurementModel model) =>
        model.HasMeans ? moments.Means - matrices.Means() : Vector<double>.Build.Dense(moments.Items);

    private static (Vector<double> Scores, Matrix<double> Information) Derivatives(
        MeasurementModel model, IReadOnlyList<GroupMoments> moments, Vector<double> parameters)
    {
        Vector<double> scores = Vector<double>.Build.Dense(model.Parameters);
        Matrix<double> information = Matrix<double>.Build.Dense(model.Parameters, model.Parameters);
        for (int group = 0; group < moments.Count; group++)
        {
            ModelMatrices matrices = model.At(parameters, group);
            Matrix<double> implied = matrices.Covariances();
            Matrix<double> inverse = implied.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(implied.RowCount));
            Vector<double> distance = Distance(moments[group], matrices, model);
            Matrix<double> excess = inverse * (moments[group].Covariances + distance.OuterProduct(distance) - implied) * inverse;
            ParameterDirection[] directions = [.. model.Directions(matrices, group)];
            ParameterDirection[] weighted = [.. directions.Select(direction => direction with
            {
                Left = inverse * direction.Left,
                Right = inverse * direction.Right,
                Mean = inverse * direction.Mean,
            })];
            for (int s = 0; s < directions.Length; s++)
            {
                ParameterDirection own = weighted[s];
                scores[own.Position] += moments[group].Respondents
                    * (directions[s].Left.DotProduct(excess * directions[s].Right) + distance.DotProduct(own.Mean));
                foreach (ParameterDirection other in directions)
                {
                    information[own.Position, other.Position] += moments[group].Respondents
                        * ((other.Left.DotProduct(own.Left) * other.Right.DotProduct(own.Right))
                            + (other.Left.DotProduct(own.Right) * other.Right.DotProduct(own.Left))
                            + other.Mean.DotProduct(own.Mean));
                }
            }
        }

        return (scores, information);
    }

    /// <summary>Inverts the information after bringing its diagonal to 1, so that the scale of the items has no part in
    /// telling whether it has an inverse.</summary>
    private static Matrix<double>? Invert(Matrix<double> information)
    {
        double[] scale = [.. information.Diagonal().Select(Math.Sqrt)];
        Matrix<double> scaled = information.MapIndexed((i, j, value) => value / (scale[i] * scale[j]), Zeros.Include);
        if (!scaled.ForAll(double.IsFinite) || scaled.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real) < SmallestEigenvalue)
        {
            return null;
        }

        Cholesky<double> factor = scaled.Cholesky();
        return factor.Solve(Matrix<double>.Build.DenseIdentity(scaled.RowCount))
            .MapIndexed((i, j, value) => value / (scale[i] * scale[j]), Zeros.Include);
    }
}
