using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Observations of a regression with the groups that they belong to: firms in towns, years in firms.</summary>
/// <param name="Observations">The observations.</param>
/// <param name="Groups">The groups of the rows by the name of the grouping.</param>
public sealed record MultilevelSample(RegressionSample Observations, IReadOnlyDictionary<string, Grouping> Groups)
{
    internal const string Roles = RegressionSample.Roles + ", groups (list of columns); optional weights";

    /// <summary>Reads the input <c>sample</c> of a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The sample.</returns>
    public static MultilevelSample Read(MeasureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        BoundTable sample = request.Table("sample");
        return new MultilevelSample(
            RegressionSample.Read(request),
            sample.ColumnsOf("groups").Distinct().ToDictionary(name => name, name => Grouping.Read(sample, name)));
    }

    internal Grouping GroupingOf(string name)
    {
        Require.That(
            Groups.TryGetValue(name, out Grouping? grouping), nameof(Groups),
            $"must hold the grouping {name}; it holds {string.Join(", ", Groups.Keys)}");
        grouping!.Check(Observations.Data.RowCount, name);
        return grouping;
    }
}
