using Karkhana.Core.Errors;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>The money that the costs of a policy file are in.</summary>
/// <param name="Unit">The currency code.</param>
/// <param name="Year">The year of its prices; null when not said.</param>
/// <param name="Rates">Units of other currencies for one unit: an assumption.</param>
/// <param name="Status">Where the rates come from.</param>
public sealed record PolicyMoney(string Unit, int? Year, IReadOnlyDictionary<string, double> Rates, string Status)
{
    /// <summary>Says whether costs can be given in a currency.</summary>
    /// <param name="currency">The currency code.</param>
    /// <returns>True when it is the unit or has a rate.</returns>
    public bool Knows(string currency) => currency == Unit || Rates.ContainsKey(currency);

    /// <summary>Gives a cost in another currency; days of firms stay days.</summary>
    /// <param name="cost">The cost in the unit of the file.</param>
    /// <param name="currency">The currency code.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentException">There is no rate for the currency.</exception>
    public PolicyCost In(PolicyCost cost, string currency)
    {
        ArgumentNullException.ThrowIfNull(cost);
        Require.That(Knows(currency), nameof(currency), $"must be {Unit} or have a rate ({string.Join(", ", Rates.Keys)}); it was {currency}");
        double rate = currency == Unit ? 1 : Rates[currency];
        return cost with
        {
            Fixed = cost.Fixed * rate,
            PerFirm = cost.PerFirm * rate,
            PerGroupPeriod = cost.PerGroupPeriod * rate,
            PerPeriod = cost.PerPeriod * rate,
        };
    }
}
