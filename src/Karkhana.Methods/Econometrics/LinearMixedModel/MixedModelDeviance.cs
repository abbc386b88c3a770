namespace Karkhana.Methods.Econometrics;

/// <summary>The parts of a mixed model's deviance at one Λ, with their derivatives in one direction.</summary>
/// <param name="LogDeterminant">log |Λ'Z'ZΛ + I|.</param>
/// <param name="LogDeterminantFixed">log |Q'V⁻¹Q|.</param>
/// <param name="Squares">The penalised residual sum of squares.</param>
internal readonly record struct MixedModelDeviance(Dual LogDeterminant, Dual LogDeterminantFixed, Dual Squares)
{
    /// <summary>Gives the profiled deviance.</summary>
    public Dual Of(MixedModelDesign design, LikelihoodCriterion method)
    {
        bool restricted = method == LikelihoodCriterion.Reml;
        double degrees = DegreesOf(design, method);
        Dual logarithm = restricted
            ? LogDeterminant + LogDeterminantFixed + (design.LogDeterminant - design.LogWeights)
            : LogDeterminant - design.LogWeights;
        return logarithm + (degrees * (1 + Dual.Log((2 * Math.PI / degrees) * Squares)));
    }

    public static double DegreesOf(MixedModelDesign design, LikelihoodCriterion method) =>
        design.Fit.Rows - (method == LikelihoodCriterion.Reml ? design.Fit.TermCount : 0);
}
