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

    /// <summary>Gets what becomes of firms that lack something that is held equal.</summary>
    /// <value><see cref="MissingCovariates.Listwise"/> unless set.</value>
    public MissingCovariates MissingCovariates { get; init; } = MissingCovariates.Listwise;

    /// <summary>Gets the equation.</summary>
    internal LearningEquation Equation
    {
        get
        {
            LearningEquation listwise = Listwise;
            return MissingCovariates == MissingCovariates.Listwise ? listwise : listwise with
            {
                Imputed = new ComparisonCovariates(
                    Variables, [.. listwise.Terms.Skip(1)], Outcome, [Term, .. listwise.AlsoKnown], new ClusterComparisonOptions()).Imputed,
            };
        }
    }

    /// <summary>Gets the variables of the equation alone: standardising what it does not name would cost more than the equation.</summary>
    internal LearningVariables Variables
    {
        get
        {
            LearningEquation equation = Listwise;
            return new LearningVariables(SpecificationJob.Needed(Sample, [equation.Outcome, .. equation.Variables, .. equation.AlsoKnown]));
        }
    }

    private LearningEquation Listwise => new("specification", Outcome, [Term, .. Held.Distinct()])
    {
        AlsoKnown = Sample.Variables.ContainsKey(SpecificationDimensions.KeptFirms) ? [SpecificationDimensions.KeptFirms] : [],
    };
}
