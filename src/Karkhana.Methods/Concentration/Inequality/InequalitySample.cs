using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>One number per unit, and a second one to compare its share with.</summary>
/// <param name="Values">The values, zero or greater.</param>
public sealed record InequalitySample(IReadOnlyList<double> Values)
{
    /// <summary>Gets the reference of each unit (population), zero or greater; null means equal shares.</summary>
    public IReadOnlyList<double>? Reference { get; init; }

    /// <summary>Reads the input <c>sample</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static InequalitySample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new InequalitySample(sample.CompleteNumbers("value"))
        {
            Reference = sample.Has("reference") ? sample.CompleteNumbers("reference") : null,
        };
    }

    /// <summary>Refuses an empty list, values that are negative or missing, and a reference that sums to 0.</summary>
    internal void Check()
    {
        UnitValues.NotNegative(Values, nameof(Values));
        if (Reference is not null)
        {
            Require.SameLength(Values.Count, Reference.Count, nameof(Reference));
            UnitValues.NotNegative(Reference, nameof(Reference));
            Require.That(Reference.Any(value => value > 0), nameof(Reference), "must add up to more than zero; it was 0");
        }
    }
}
