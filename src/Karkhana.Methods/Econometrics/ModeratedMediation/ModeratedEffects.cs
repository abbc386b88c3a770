using Karkhana.Core.Errors;
using Karkhana.Core.Results;

namespace Karkhana.Methods.Econometrics;

/// <summary>Reads the index and the parts at given values of a moderator from a triangular factor.</summary>
internal sealed class ModeratedEffects(ModeratedDesign design, ModeratedMediationOptions options)
{
    private readonly int _treatment = design.Place(options.Model.Treatment);
    private readonly int _mediator = design.Place(options.Model.Mediators[0]);
    private readonly int _treatmentProduct = design.Place(ModeratedDesign.TreatmentProduct);
    private readonly int _mediatorProduct = design.Place(ModeratedDesign.MediatorProduct);
    private readonly bool _first = options.Paths.Contains(ModeratedPath.TreatmentToMediator);

    /// <summary>Gives the index, the indirect part at each value, the direct part at each value.</summary>
    public double[] Of(TriangularFactor factor, double[] values)
    {
        int outcome = factor.Size - 1;
        double[] first = factor.Coefficients(_mediator, _mediator, _treatment);
        double[] last = factor.Coefficients(outcome, outcome, _treatment);
        double Last(int place) => place < 0 ? 0 : last[place - _treatment];
        (double a, double aProduct) = (first[0], _first ? first[_treatmentProduct - _treatment] : 0);
        (double b, double bProduct) = (Last(_mediator), Last(_mediatorProduct));
        double index = _first && _mediatorProduct >= 0 ? double.NaN : (a * bProduct) + (aProduct * b);
        return
        [
            index,
            .. values.Select(value => (a + (aProduct * value)) * (b + (bProduct * value))),
            .. values.Select(value => Last(_treatment) + (Last(_treatmentProduct) * value)),
        ];
    }

    public IEnumerable<Note> Notes()
    {
        if (_first && _mediatorProduct >= 0)
        {
            yield return new Note(
                "no-index", Severity.Information,
                "Both steps depend on the moderator: the indirect part is a curve in it and no single index says how it changes. Compare its values.");
        }
    }
}
