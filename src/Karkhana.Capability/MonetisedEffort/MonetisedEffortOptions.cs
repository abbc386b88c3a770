using Karkhana.Core.Errors;

namespace Karkhana.Capability;

/// <summary>What can be set on monetised effort.</summary>
public sealed record MonetisedEffortOptions
{
    /// <summary>Gets the wage of a skilled worker for a day, in the currency of the study.</summary>
    /// <value>Greater than zero; none unless set, and then days cannot be valued.</value>
    public double? DailyWage { get; init => field = value is { } wage ? Require.Positive(wage) : null; }

    /// <summary>Gets the items that ask for days.</summary>
    /// <value>E1 and E2 unless set.</value>
    public IReadOnlyList<string> DayItems { get; init; } = ["E1", "E2"];

    /// <summary>Gets the items that ask for money.</summary>
    /// <value>E4 and E6 unless set.</value>
    public IReadOnlyList<string> MoneyItems { get; init; } = ["E4", "E6"];
}
