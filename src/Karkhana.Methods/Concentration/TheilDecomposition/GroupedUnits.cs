using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Concentration;

/// <summary>Units with a value, a population and a group.</summary>
/// <param name="Values">The value of each unit, zero or greater.</param>
/// <param name="Populations">The population of each unit, greater than zero.</param>
/// <param name="Groups">The group code of each unit.</param>
public sealed record GroupedUnits(
    IReadOnlyList<double> Values, IReadOnlyList<double> Populations, IReadOnlyList<string> Groups)
{
    /// <summary>Reads the input <c>units</c> of a request; a missing cell is refused.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The units.</returns>
    public static GroupedUnits Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable units = request.Table("units");
        return new GroupedUnits(
            units.CompleteNumbers("value"), units.CompleteNumbers("population"), units.Texts("group"));
    }

    /// <summary>Refuses an empty list, lists of different length, negative values and populations of 0.</summary>
    internal void Check()
    {
        UnitValues.NotNegative(Values, nameof(Values));
        Require.SameLength(Values.Count, Populations.Count, nameof(Populations));
        Require.SameLength(Values.Count, Groups.Count, nameof(Groups));
        UnitValues.Positive(Populations, nameof(Populations));
    }
}
