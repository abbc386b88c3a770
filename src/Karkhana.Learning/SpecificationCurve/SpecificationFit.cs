using Karkhana.Methods.Econometrics;

namespace Karkhana.Learning;

/// <summary>What the specifications share that differ in errors alone: an equation on its draws, or a comparison with errors of its own.</summary>
internal sealed class SpecificationFit
{
    private readonly SpecificationModel _model;
    private readonly EquationDraws? _draws;
    private readonly ComparisonEstimate? _compared;
    private readonly EstimateRefusal _refusal;

    private SpecificationFit(SpecificationModel model, EquationDraws? draws, ComparisonEstimate? compared, EstimateRefusal refusal) =>
        (_model, _draws, _compared, _refusal) = (model, draws, compared, refusal);

    /// <summary>Gets a value indicating whether errors are those of the estimator, whatever is chosen.</summary>
    public bool HasOwnErrors => _compared is not null;

    /// <summary>Fits.</summary>
    public static SpecificationFit Of(SpecificationModel model, CancellationToken cancellationToken)
    {
        if (SpecificationComparison.EstimatorOf(model.Estimator) is { } estimator)
        {
            return new SpecificationFit(model, null, SpecificationComparison.Estimate(model, estimator, cancellationToken), default);
        }

        return EstimatorPreparation.Of(model) is { } prepared
            ? new SpecificationFit(prepared, EquationDraws.Of(prepared.Variables, prepared.Equation, prepared.Options, cancellationToken), null, EstimateRefusal.FewFirms)
            : new SpecificationFit(model, null, null, EstimateRefusal.NothingWithinPlaces);
    }

    /// <summary>Gives the specification with errors that are chosen.</summary>
    public Specification With(IReadOnlyList<string> labels, IEnumerable<SpecificationChoice> errors)
    {
        if (_compared is not null)
        {
            return _compared.Gap is { } gap && _compared.Refusal is null
                ? Found(labels, gap, 0, _compared.Clustered + _compared.Dispersed)
                : Refused(labels, _compared.Refusal ?? EstimateRefusal.FewFirms);
        }

        LearningFit? found = _draws?.With(errors.Aggregate(_model, (current, choice) => choice.Apply(current)).Options);
        return found is not null && found.Coefficients.Find(_model.Term) is >= 0 and int place
            ? Found(labels, found.Coefficients, place, found.Firms.Count)
            : Refused(labels, _refusal);
    }

    private static Specification Found(IReadOnlyList<string> labels, CoefficientTable table, int place, int firms) =>
        new(labels, table.Estimates[place], table.ConfidenceLow[place], table.ConfidenceHigh[place], table.PValues[place], firms);

    private static Specification Refused(IReadOnlyList<string> labels, EstimateRefusal refusal) =>
        new(labels, double.NaN, double.NaN, double.NaN, double.NaN, 0) { Refusal = refusal };
}
