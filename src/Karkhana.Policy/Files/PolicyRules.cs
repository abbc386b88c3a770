using System.Globalization;
using System.Text.Json;
using Karkhana.Core.Policies;

namespace Karkhana.Policy;

/// <summary>What must hold for policies beyond their schema. Parts in which the schema found faults are not looked at again.</summary>
/// <param name="faults">What the schema found.</param>
/// <param name="add">Takes a problem: path, code, expected, found.</param>
internal sealed class PolicyRules(IReadOnlyList<SchemaFault> faults, Action<string, string, string, string> add)
{
    /// <summary>Gives the items of a list with their paths.</summary>
    public static IEnumerable<(string Path, JsonElement Value)> All(JsonElement parent, string path, string name)
    {
        if (!Has(parent, name, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        int place = 0;
        foreach (JsonElement item in list.EnumerateArray())
        {
            yield return (string.Create(CultureInfo.InvariantCulture, $"{path}.{name}[{place++}]"), item);
        }
    }

    /// <summary>Gives the items without a fault.</summary>
    public IEnumerable<(string Path, JsonElement Value)> Sound(JsonElement parent, string path, string name) =>
        All(parent, path, name).Where(item => IsSound(item.Path));

    /// <summary>Refuses ids that come twice.</summary>
    public void CheckOnce(IReadOnlyList<(string Id, string Path)> ids)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string id, string path) in ids)
        {
            if (!seen.Add(id))
            {
                add(path, "duplicate-id", "an id of its own", $"\"{id}\" for the second time");
            }
        }
    }

    /// <summary>Checks one policy.</summary>
    /// <returns>Its lever; null when it has none or the schema found faults in the policy.</returns>
    public Lever? Check(JsonElement policy, string path, LeverMenu menu, out string? id)
    {
        id = Sound(policy, path, "id", out JsonElement named) ? named.GetString() : null;
        Lever? lever = LeverOf(policy, path, menu, id);
        CheckTime(policy, path);
        CheckEligibility(policy, path);
        CheckDoses(policy, path, id);
        CheckDelivery(policy, path);
        CheckNumbers(policy, path);
        if (lever is not null && policy.ValueKind == JsonValueKind.Object)
        {
            CheckBaseline(policy, path, lever);
        }

        return IsSound(path) ? lever : null;
    }

    private Lever? LeverOf(JsonElement policy, string path, LeverMenu menu, string? id)
    {
        bool said = Sound(policy, path, "lever", out JsonElement named);
        string? wanted = said ? named.GetString() : id;
        if (wanted is null)
        {
            return null;
        }

        Lever? lever = menu.Levers.FirstOrDefault(one => one.Id == wanted);
        if (lever is null)
        {
            add(
                said ? path + ".lever" : path + ".id",
                "unknown-lever",
                "a lever of the menu (" + string.Join(", ", menu.Levers.Select(one => one.Id)) + ")" + (said ? "" : ", since the policy names no lever"),
                $"\"{wanted}\"");
        }

        return lever;
    }

    private void CheckTime(JsonElement policy, string path)
    {
        double start = Sound(policy, path, "start", out JsonElement from) ? from.GetDouble() : 0;
        if (Sound(policy, path, "end", out JsonElement to) && to.GetDouble() <= start)
        {
            add(path + ".end", "end-before-start", string.Create(CultureInfo.InvariantCulture, $"a quarter after the start ({start})"), SchemaCheck.Shown(to));
        }
    }

    private void CheckEligibility(JsonElement policy, string path)
    {
        if (Sound(policy, path, "eligibility", out JsonElement condition)
            && !FirmCondition.TryParse(condition.GetString()!, out _, out ConditionProblem? problem))
        {
            add(
                path + ".eligibility",
                "wrong-condition",
                string.Create(CultureInfo.InvariantCulture, $"{problem.Expected} at position {problem.Position}"),
                $"{problem.Found} in {SchemaCheck.Shown(condition)}");
        }
    }

    private void CheckDoses(JsonElement policy, string path, string? id)
    {
        if (!Has(policy, "dose", out JsonElement doses) || doses.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty one in doses.EnumerateObject().Where(one => IsSound($"{path}.dose.{one.Name}")))
        {
            Dose dose = DoseText.Read(one.Name, one.Value.GetString()!);
            double most = DoseText.Most(dose);
            if (dose.Scale == DoseScale.Log && DoseText.BeginsAtZero(dose.Target))
            {
                add(
                    $"{path}.dose.{one.Name}",
                    "log-of-zero",
                    string.Create(CultureInfo.InvariantCulture, $"an amount on the value, such as {dose.Amount:+0.####;-0.####;+0}: {one.Name} is what policies add and begins at 0, so that a dose on the logarithm moves nothing"),
                    $"{SchemaCheck.Shown(one.Value)} in policy {id ?? path}");
                continue;
            }

            if (!(Math.Abs(dose.Amount) <= most))
            {
                add(
                    $"{path}.dose.{one.Name}",
                    "out-of-range",
                    string.Create(CultureInfo.InvariantCulture, $"an amount from -{most} to {most}{(dose.Scale == DoseScale.Log ? " log" : "")}"),
                    SchemaCheck.Shown(one.Value));
            }
        }
    }

    private void CheckDelivery(JsonElement policy, string path)
    {
        string unit = Sound(policy, path, "delivery", out JsonElement delivery) ? delivery.GetProperty("unit").GetString()! : "";
        if (unit == "group" && !delivery.TryGetProperty("groupSize", out _))
        {
            add(path + ".delivery.groupSize", "missing-key", "groupSize (mandatory with the unit group)", "nothing");
        }

        if (unit is "firm" or "" && IsSound(path + ".delivery") && Sound(policy, path, "cost", out JsonElement cost)
            && cost.TryGetProperty("perGroupPeriod", out JsonElement perGroup) && perGroup.GetDouble() > 0)
        {
            add(path + ".cost.perGroupPeriod", "contradictory-policy", "0, since firms receive it one by one", SchemaCheck.Shown(perGroup));
        }
    }

    private void CheckBaseline(JsonElement policy, string path, Lever lever)
    {
        bool moves = policy.TryGetProperty("dose", out _) || policy.TryGetProperty("anchors", out _);
        if (lever.IsBaseline && moves)
        {
            add(path, "contradictory-policy", $"no dose: {lever.Id} is doing nothing", "a dose");
        }
        else if (!lever.IsBaseline && !moves)
        {
            add(path + ".dose", "no-dose", "dose (or anchors)", "nothing");
        }
    }

    private void CheckNumbers(JsonElement policy, string path)
    {
        if (!Sound(policy, path, "numbers", out JsonElement numbers))
        {
            return;
        }

        string[] known = [.. PolicyElements.Leaves(policy).Select(leaf => leaf.Path)];
        foreach (JsonProperty one in numbers.EnumerateObject().Where(one => !known.Any(leaf => PolicyElements.Covers(one.Name, leaf))))
        {
            add($"{path}.numbers.{one.Name}", "unknown-number", "the path of a number of the policy", $"\"{one.Name}\"");
        }
    }

    // Whether a part is there and the schema found no fault within it.
    private bool Sound(JsonElement parent, string path, string name, out JsonElement value) =>
        Has(parent, name, out value) && IsSound($"{path}.{name}");

    private static bool Has(JsonElement parent, string name, out JsonElement value)
    {
        value = default;
        return parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out value);
    }

    private bool IsSound(string path) => !faults.Any(fault => fault.Path == path
        || fault.Path.StartsWith(path + ".", StringComparison.Ordinal)
        || fault.Path.StartsWith(path + "[", StringComparison.Ordinal));
}
