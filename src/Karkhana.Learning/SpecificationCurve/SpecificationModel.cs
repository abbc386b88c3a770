namespace Karkhana.Learning;

/// <summary>One way to estimate an association: what a choice of the specification curve changes.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Term">The term of interest.</param>
/// <param name="Held">What is held equal.</param>
/// <param name="Options">Draws and errors.</param>
public sealed record SpecificationModel(
    LearningSample Sample, string Outcome, string Term, IReadOnlyList<string> Held, EquationOptions Options)
{
    /// <summary>Gets how it is estimated.</summary>
    /// <value><see cref="SpecificationEstimator.LeastSquares"/> unless set.</value>
    public SpecificationEstimator Estimator { get; init; }

    /// <summary>Gets the equation.</summary>
    internal LearningEquation Equation => new("specification", Outcome, [Term, .. Held.Distinct()])
    {
        AlsoKnown = Sample.Variables.ContainsKey(SpecificationDimensions.KeptFirms) ? [SpecificationDimensions.KeptFirms] : [],
    };

    /// <summary>Gets the variables of the equation alone: standardising what it does not name would cost more than the equation.</summary>
    internal LearningVariables Variables
    {
        get
        {
            LearningEquation equation = Equation;
            return new LearningVariables(SpecificationJob.Needed(Sample, [equation.Outcome, .. equation.Variables, .. equation.AlsoKnown]));
        }
    }
}
