using Karkhana.Core.Errors;
using Karkhana.Core.Measures;

namespace Karkhana.Methods.Econometrics;

/// <summary>Observations of a regression with the groups that they belong to: firms in towns, years in firms.</summary>
/// <param name="Observations">The observations.</param>
/// <param name="Groups">The codes of every grouping by its name, one per row; null is missing.</param>
public sealed record MultilevelSample(
    RegressionSample Observations, IReadOnlyDictionary<string, IReadOnlyList<string?>> Groups)
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
            sample.ColumnsOf("groups").Distinct().ToDictionary(
                name => name,
                IReadOnlyList<string?> (name) => [.. sample.CellsOf(name).Select(cell => cell is "" ? null : cell)]));
    }

    internal IReadOnlyList<string?> CodesOf(string group)
    {
        Require.That(
            Groups.TryGetValue(group, out IReadOnlyList<string?>? codes), nameof(Groups),
            $"must hold the grouping {group}; it holds {string.Join(", ", Groups.Keys)}");
        Require.SameLength(Observations.Data.RowCount, codes!.Count, group);
        return codes;
    }
}
