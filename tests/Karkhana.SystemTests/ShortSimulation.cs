using System.Text.Json;
using Karkhana.Testing;

namespace Karkhana.SystemTests;

/// <summary>Studies, options and policy files for calls of <c>karkhana simulate</c> that take seconds.</summary>
internal static class ShortSimulation
{
    public static readonly string Template = Path.Combine(SharedFolder.RepositoryRoot, "studies", "template");

    public static readonly string[] Options = ["--replicates", "4", "--draws", "4", "--horizon", "8"];

    public static string Named(params string[] names) => JsonSerializer.Serialize(new
    {
        version = "1",
        money = new { unit = "PKR" },
        policies = names.Select(name => new
        {
            id = name,
            lever = "P02",
            title = name,
            start = 0,
            end = 8,
            eligibility = "",
            delivery = new { unit = "firm", capacityPerPeriod = 50 },
            takeup = new { logit = new Dictionary<string, double> { ["const"] = 5 } },
            dose = new { c = "-0.2 log" },
            onset = new { lag = 0, ramp = 1 },
            decay = new { halfLife = 12 },
            cost = new { @fixed = 1000, perFirm = 100 },
            risk = new { nonDelivery = 0 },
            design = new { needsAsked = true, commonProblem = true, firmShare = 0.1 },
        }).ToArray(),
    });

    public static string Policies(params string[] ids)
    {
        using JsonDocument shipped = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(SharedFolder.RepositoryRoot, "src", "Karkhana.Policy", "Levers", "policies.json")));
        return JsonSerializer.Serialize(new
        {
            version = "1",
            status = "INF: two of the policies that ship",
            money = shipped.RootElement.GetProperty("money"),
            policies = shipped.RootElement.GetProperty("policies").EnumerateArray().Where(policy => ids.Contains(policy.GetProperty("id").GetString())).ToArray(),
        });
    }
}
