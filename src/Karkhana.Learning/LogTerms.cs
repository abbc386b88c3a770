using Karkhana.Core.Errors;
using Karkhana.Core.Tables;

namespace Karkhana.Learning;

/// <summary>Amounts as logarithms, with a 0/1 term for rows that have none.</summary>
/// <remarks>ln 0 is not defined, and ln(x + 1) makes estimates depend on the unit of x. A row without any gets the logarithm
/// 0 and its own 0/1 term, so that the elasticity rests on the rows that have some (Battese 1997,
/// doi:10.1111/j.1477-9552.1997.tb01149.x).</remarks>
internal sealed class LogTerms
{
    public List<Column> Columns { get; } = [];

    public IReadOnlyList<string> Names => [.. Columns.Select(column => column.Name)];

    /// <summary>Adds <c>ln_name</c> and, where a row has none, <c>no_name</c>.</summary>
    public void Add(string name, IReadOnlyList<double> amounts)
    {
        int below = amounts.ToList().FindIndex(amount => amount < 0);
        Require.That(below < 0, name, FormattableString.Invariant(
            $"must not be below 0; row {below + 1} had {(below < 0 ? 0 : amounts[below])}"));
        Columns.Add(Column.Of($"ln_{name}", amounts.Select(amount => amount == 0 ? 0 : Math.Log(amount))));
        if (amounts.Contains(0))
        {
            Columns.Add(Column.Of($"no_{name}", amounts.Select(amount => double.IsNaN(amount) ? double.NaN : amount == 0 ? 1.0 : 0)));
        }
    }
}
