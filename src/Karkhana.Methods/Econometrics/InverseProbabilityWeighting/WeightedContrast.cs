using Karkhana.Core.Kernels;
using MathNet.Numerics.LinearAlgebra;

namespace Karkhana.Methods.Econometrics;

/// <summary>A difference of two weighted means whose weights come from a fitted logit, with its contributions.</summary>
/// <remarks>
/// ψ_i = T w(y − μ₁)/Σ_T w − (1 − T) w(y − μ₀)/Σ_C w + (∂Δ/∂β)'A⁻¹x_i(T_i − p_i), A = Σp(1 − p)xx': the last term is what
/// estimating the scores takes away. Source: Lunceford and Davidian 2004, doi:10.1002/sim.1903.
/// </remarks>
internal sealed record WeightedContrast(double Estimate, double StandardError)
{
    /// <param name="design">The units with outcome.</param>
    /// <param name="scores">Their probabilities of treatment.</param>
    /// <param name="weights">The weight of each unit.</param>
    /// <param name="slopes">d ln w/d(x'β) of each unit.</param>
    public static WeightedContrast Of(TreatmentDesign design, double[] scores, double[] weights, double[] slopes)
    {
        double treated = BalanceTable.Mean(design.Outcome, weights, design.Treated);
        double untreated = BalanceTable.Mean(design.Outcome, weights, design.Controls);
        double treatedWeight = Sums.Sum([.. design.Treated.Select(unit => weights[unit])]);
        double untreatedWeight = Sums.Sum([.. design.Controls.Select(unit => weights[unit])]);
        double[] contributions = new double[design.Units];
        for (int unit = 0; unit < contributions.Length; unit++)
        {
            contributions[unit] = design.Treatment[unit] == 1
                ? weights[unit] * (design.Outcome[unit] - treated) / treatedWeight
                : -weights[unit] * (design.Outcome[unit] - untreated) / untreatedWeight;
        }

        double[] slope = [.. contributions.Zip(slopes, (contribution, change) => contribution * change)];
        return new WeightedContrast(
            treated - untreated, Influence.StandardError(WithScores(design, scores, contributions, slope), design.Groups));
    }

    private static double[] WithScores(TreatmentDesign design, double[] scores, double[] contributions, double[] slope)
    {
        double[][] columns = ScaledColumns.Of(design.Design).Columns;
        double[] information = [.. scores.Select(score => score * (1 - score))];
        Matrix<double> middle = Matrix<double>.Build.Dense(columns.Length, columns.Length, (i, j) => Sums.Dot(
            [.. information.Zip(columns[i], (weight, value) => weight * value)], columns[j]));
        Vector<double> gradient = Vector<double>.Build.Dense(columns.Length, j => Sums.Dot(slope, columns[j]));
        Vector<double> turned = NewtonAscent.Inverse(middle) * gradient;
        double[] index = IndexLikelihood<LogitRow>.Index(columns, [.. turned]);
        return [.. contributions.Select((own, unit) => own + (index[unit] * (design.Treatment[unit] - scores[unit])))];
    }
}
