using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Tests that answer one question together.</summary>
/// <param name="PValues">The p-values, from 0 to 1; NaN is missing and does not count as a test.</param>
public sealed record TestFamily(IReadOnlyList<double> PValues)
{
    /// <summary>Gets the names of the tests; empty numbers them from 1.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The tests.</returns>
    public static TestFamily Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new TestFamily(sample.Numbers("p_value")) { Names = sample.OptionalTexts("test") ?? [] };
    }

    internal void Check()
    {
        Require.That(PValues.Count > 0, nameof(PValues), "must have at least one value; it was empty");
        for (int i = 0; i < PValues.Count; i++)
        {
            bool fits = double.IsNaN(PValues[i]) || PValues[i] is >= 0 and <= 1;
            Require.That(fits, nameof(PValues), fits ? "" : FormattableString.Invariant($"must lie in [0, 1]; value {i + 1} was {PValues[i]}"));
        }

        if (Names.Count > 0)
        {
            Require.SameLength(PValues.Count, Names.Count, nameof(Names));
        }
    }
}
