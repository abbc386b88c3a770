using System.Globalization;
using Karkhana.Core.Errors;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>A file of policies as data (framework 4.2), read and found right.</summary>
/// <param name="Menu">The levers: those that ship and those of the file.</param>
/// <param name="Money">What its costs are in; null for the currency of the study.</param>
/// <param name="Policies">The policies, in the order of the file.</param>
public sealed record PolicyFile(LeverMenu Menu, PolicyMoney? Money, IReadOnlyList<PlannedPolicy> Policies)
{
    /// <summary>Gets the name of the file, for problems.</summary>
    public string FileName { get; init; } = "policies.json";

    private static readonly Lazy<PolicyFile> Shipped = new(() => PolicyFileReader.Read(Embedded("policies.json"), "policies.json", null));

    /// <summary>Gets the file that ships: all levers with a policy each.</summary>
    /// <returns>The file.</returns>
    public static PolicyFile Default() => Shipped.Value;

    /// <summary>Reads a file.</summary>
    /// <remarks>
    /// The text is held against the JSON Schema of <see cref="Schema"/> and against what a schema cannot say: levers that
    /// exist, ends after starts, conditions that can be read, doses of a size that makes sense, one policy per id. All problems
    /// are gathered before anything stops; each says where (a JSON path), what was expected and what came.
    /// </remarks>
    /// <param name="text">The text of the file.</param>
    /// <param name="fileName">Its name, for problems.</param>
    /// <returns>The file.</returns>
    /// <exception cref="StudyException">The text has problems; all of them are in it.</exception>
    public static PolicyFile Read(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrEmpty(fileName);
        return PolicyFileReader.Read(text, fileName, Default().Menu);
    }

    /// <summary>Gives the JSON Schema of policy files.</summary>
    /// <returns>The text of the schema, of the draft 2020-12.</returns>
    public static string Schema() => Embedded("policies.schema.json");

    /// <summary>Gives a policy by its id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The policy, or null.</returns>
    public PlannedPolicy? Find(string id) => Policies.FirstOrDefault(policy => policy.Intervention.Id == id);

    /// <summary>Gives the file with its costs in a currency.</summary>
    /// <param name="currency">The currency of the study.</param>
    /// <returns>The same policies; unchanged when the file names no money.</returns>
    /// <exception cref="StudyException">The file has no rate for the currency.</exception>
    public PolicyFile In(string currency)
    {
        ArgumentException.ThrowIfNullOrEmpty(currency);
        if (Money?.Knows(currency) == false)
        {
            string rates = Money.Rates.Count == 0 ? "no rates" : $"rates for {string.Join(", ", Money.Rates.Keys)} only";
            throw new StudyException(
            [
                new DataProblem(
                    Severity.Error, "no-rate", FileName, null, "$.money.rates", $"a rate for {currency}, the currency of the study",
                    $"costs in {Money.Unit} and {rates}",
                    $"Say how many {currency} one {Money.Unit} is: \"rates\": {{ \"{currency}\": … }}; or give the costs in {currency}."),
            ]);
        }

        return Money is null ? this : this with
        {
            Money = new PolicyMoney(currency, Money.Year, new Dictionary<string, double>(), Money.Status),
            Policies = [.. Policies.Select(policy => policy with
            {
                Intervention = policy.Intervention with { Cost = Money.In(policy.Intervention.Cost, currency) },
            })],
        };
    }

    /// <summary>Refuses a file that holds nothing but doing nothing.</summary>
    /// <exception cref="StudyException">There is no policy besides the baseline.</exception>
    public void CheckActs()
    {
        if (Policies.All(policy => policy.Intervention.IsBaseline))
        {
            throw new StudyException(
            [
                new DataProblem(
                    Severity.Error, "only-baseline", FileName, null, "$.policies", "at least one policy besides doing nothing",
                    Policies.Count == 0 ? "none" : $"only {string.Join(", ", Policies.Select(policy => policy.Intervention.Id))}",
                    "Doing nothing is always run: it is what the others are compared with."),
            ]);
        }
    }

    /// <summary>Gives one row per policy.</summary>
    /// <returns>The table <c>policies</c>.</returns>
    public Table ToTable()
    {
        string money = Money?.Unit ?? "currency of the study";
        Intervention[] all = [.. Policies.Select(policy => policy.Intervention)];
        return Table.Of(
            "policies",
            Column.Of("policy", all.Select(one => (string?)one.Id), "Policy", "Id of the policy."),
            Column.Of("lever", Policies.Select(one => (string?)one.Lever.Id), "Lever", "Id of its lever."),
            Column.Of("name", all.Select(one => (string?)one.Title), "Name", "What it is."),
            Column.Of("start", all.Select(one => one.Start), "Start", "quarters", "First quarter of delivery."),
            Column.Of("end", all.Select(one => one.End == int.MaxValue ? double.NaN : one.End), "End", "quarters", "Quarter in which delivery ends; missing: it goes on."),
            Column.Of("eligibility", all.Select(one => (string?)one.Eligibility.Text), "Who may take part", "Condition on the firm; empty for everyone."),
            Column.Of("dose", all.Select(one => (string?)DoseWords(one)), "Dose", "What full delivery moves."),
            Column.Of("fixed_cost", all.Select(one => one.Cost.Fixed), "Fixed cost", money, "Cost whoever takes part."),
            Column.Of("firm_cost", all.Select(one => one.Cost.PerFirm), "Cost per firm", money, "Cost of each firm that takes part."),
            Column.Of("group_cost", all.Select(one => one.Cost.PerGroupPeriod), "Cost per group and quarter", money, "Cost of each group in each quarter."),
            Column.Of("period_cost", all.Select(one => one.Cost.PerPeriod), "Cost per quarter", money, "Cost of each quarter."),
            Column.Of("non_delivery", all.Select(one => one.NonDelivery), "Not delivered", "share", "Probability that delivery does not happen."),
            Column.Of("half_life", all.Select(one => double.IsFinite(one.HalfLife) ? one.HalfLife : double.NaN), "Half-life", "quarters", "Quarters in which half of the effect is lost after the end; missing: never."));
    }

    /// <summary>Gives one row per number of the policies.</summary>
    /// <returns>The table <c>policy_numbers</c>.</returns>
    public Table NumbersTable()
    {
        PolicyNumber[] all = [.. Policies.SelectMany(policy => policy.Numbers)];
        return Table.Of(
            "policy_numbers",
            Column.Of("policy", all.Select(one => (string?)one.Policy), "Policy", "Id of the policy."),
            Column.Of("term", all.Select(one => (string?)one.Path), "Number", "Where it stands within the policy."),
            Column.Of("value", all.Select(one => (string?)one.Value), "Value", "As it is written."),
            Column.Of("status", all.Select(one => (string?)Words.Of(one.Status)), "Status", "Where it comes from: source, computed, inferred, unstated."),
            Column.Of("basis", all.Select(one => (string?)one.Basis), "Basis", "What it rests on."));
    }

    private static string DoseWords(Intervention policy) => string.Join("; ", policy.Doses.Select(dose => string.Create(
        CultureInfo.InvariantCulture,
        $"{Words.Spaced(dose.Target)} {dose.Amount:+0.####;-0.####;0}{(dose.Scale == DoseScale.Log ? " log" : "")}")).Concat(
        policy.Anchors.Count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{policy.Anchors.Count} firms from outside")]));

    private static string Embedded(string name)
    {
        using Stream stream = typeof(PolicyFile).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
