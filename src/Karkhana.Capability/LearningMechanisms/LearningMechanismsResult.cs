using Karkhana.Core.Tables;

namespace Karkhana.Capability;

/// <summary>The account of learning mechanisms of a group of firms.</summary>
/// <param name="ListVersion">The version of the list of mechanisms.</param>
/// <param name="Accounts">One account per mechanism.</param>
/// <param name="ShareWithoutEffort">The mean share of know-how that firms say came without work of their own; NaN when not
/// asked.</param>
/// <param name="ShareWithoutEffortError">Its standard error.</param>
/// <param name="ShareWithoutEffortFirms">The firms that gave a share.</param>
public sealed record LearningMechanismsResult(
    string ListVersion,
    IReadOnlyList<MechanismAccount> Accounts,
    double ShareWithoutEffort,
    double ShareWithoutEffortError,
    int ShareWithoutEffortFirms)
{
    /// <summary>Gets the mechanisms that no item of the survey speaks of.</summary>
    public IReadOnlyList<LearningMechanism> NotAsked =>
        [.. Accounts.Where(account => account.Firms == 0).Select(account => account.Mechanism)];

    /// <summary>Gives one row per mechanism.</summary>
    /// <returns>The table <c>learning_mechanisms</c>.</returns>
    public Table ToTable() => Table.Of(
        "learning_mechanisms",
        Column.Of("mechanism", Accounts.Select(account => (string?)account.Mechanism.Id), "Mechanism", "Id of the learning mechanism."),
        Column.Of("name", Accounts.Select(account => (string?)account.Mechanism.Title), "Name", "Name of the mechanism."),
        Column.Of("needs_effort", Accounts.Select(account => account.Mechanism.NeedsEffort), "Needs effort", "Whether it costs money or time."),
        Column.Of(
            "origin", Accounts.Select(account => (string?)Words.Of(account.Mechanism.Origin)), "Origin",
            "Where the knowledge comes from: inside or outside the firm."),
        Column.Of("n", Accounts.Select(account => account.Firms), "Firms", "", "Firms that answered an item of it; 0 when it was not asked."),
        Column.Of("use_share", Accounts.Select(account => account.UseShare), "Use it", "share", "Share of the firms that use it."),
        Column.Of("conf_low", Accounts.Select(account => account.UseLow), "Lower limit", "share", "Wilson interval of the share, 95 %."),
        Column.Of("conf_high", Accounts.Select(account => account.UseHigh), "Upper limit", "share", "Wilson interval of the share, 95 %."),
        Column.Of(
            "intensity", Accounts.Select(account => account.Intensity), "Intensity", "0 to 1",
            "Mean of the answers, brought to 0 to 1."),
        Column.Of(
            "intensity_std_error", Accounts.Select(account => account.IntensityError), "Standard error, intensity", "0 to 1",
            "Standard error of the mean over firms."),
        Column.Of(
            "estimate", Accounts.Select(account => account.Part), "Part of the mix", "share",
            "Mean part in the intensity of all measured mechanisms.", recommended: true),
        Column.Of(
            "std_error", Accounts.Select(account => account.PartError), "Standard error", "share",
            "Standard error of the part over firms."));
}
