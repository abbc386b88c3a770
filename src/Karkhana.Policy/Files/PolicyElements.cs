using System.Globalization;
using System.Text.Json;
using Karkhana.Core.Exchange;
using Karkhana.Core.Policies;
using Karkhana.Core.Tables;

namespace Karkhana.Policy;

/// <summary>Makes levers and policies of JSON elements that were found right.</summary>
internal static class PolicyElements
{
    private const string Numbers = "numbers";

    public static Lever ReadLever(JsonElement element) => new(
        Text(element, "id"),
        Text(element, "name"),
        [.. Items(element, "channels").Select(ReadWord<LearningChannel>)],
        [.. Items(element, "regimes").Select(ReadWord<LearningRegime>)],
        Enum.Parse<EvidenceGrade>(Text(element, "evidence")),
        element.GetProperty("costClass").GetInt32(),
        Text(element, "source"),
        Text(element, "failure"),
        element.TryGetProperty("veto", out JsonElement veto) ? ReadWord<VetoRule>(veto) : VetoRule.None)
    {
        Rationale = [.. Items(element, "rationale").Select(ReadWord<PolicyRationale>)],
    };

    public static PolicyMoney? ReadMoney(JsonElement root) => !root.TryGetProperty("money", out JsonElement money) ? null : new PolicyMoney(
        Text(money, "unit"),
        money.TryGetProperty("year", out JsonElement year) ? year.GetInt32() : null,
        money.TryGetProperty("rates", out JsonElement rates)
            ? rates.EnumerateObject().ToDictionary(rate => rate.Name, rate => rate.Value.GetDouble(), StringComparer.Ordinal)
            : new Dictionary<string, double>(),
        Text(money, "status"));

    /// <summary>Gives the menu with the factor of the file, or as it is where the file sets none or one that is no such factor.</summary>
    public static LeverMenu WithGapFactor(LeverMenu menu, JsonElement root, IReadOnlyList<SchemaFault> faults)
    {
        const string Key = "exposureGaps";
        bool isSound = !faults.Any(fault => fault.Path.StartsWith($"$.{Key}", StringComparison.Ordinal));
        return isSound && root.ValueKind == JsonValueKind.Object && root.TryGetProperty(Key, out JsonElement gaps)
            ? menu with { GapFactor = gaps.GetProperty("factor").GetDouble(), GapFactorStatus = Text(gaps, "status") }
            : menu;
    }

    public static PlannedPolicy ReadPolicy(JsonElement policy, Lever lever)
    {
        string id = Text(policy, "id");
        JsonElement risk = Part(policy, "risk");
        Intervention intervention = new()
        {
            Id = id,
            Title = Text(policy, "title") is { Length: > 0 } title ? title : lever.Name,
            Channels = lever.Channels,
            Start = (int)Number(policy, "start", 0),
            End = (int)Number(policy, "end", int.MaxValue),
            Eligibility = FirmCondition.Parse(Text(policy, "eligibility")),
            Delivery = ReadDelivery(Part(policy, "delivery")),
            TakeUp = ReadTakeUp(Part(Part(policy, "takeup"), "logit")),
            Doses = [.. Properties(policy, "dose").Select(one => DoseText.Read(one.Name, one.Value.GetString()!))],
            Anchors = [.. Items(policy, "anchors").Select(ReadAnchor)],
            OnsetLag = (int)Number(Part(policy, "onset"), "lag", 0),
            OnsetRamp = (int)Number(Part(policy, "onset"), "ramp", 0),
            HalfLife = Number(Part(policy, "decay"), "halfLife", double.PositiveInfinity),
            Cost = ReadCost(Part(policy, "cost")),
            SpilloverShare = Number(Part(policy, "spillover"), "share", 0),
            NonDelivery = Number(risk, "nonDelivery", 0),
            CaptureShare = Number(Part(risk, "capture"), "topDecileShare", 0),
        };
        return new PlannedPolicy(intervention, lever, ReadDesign(Part(policy, "design")), ReadNumbers(policy, id));
    }

    /// <summary>Gives the numbers of a policy with their paths; doses are numbers too.</summary>
    public static IEnumerable<(string Path, string Value)> Leaves(JsonElement policy) => policy.EnumerateObject()
        .Where(property => property.Name != Numbers)
        .SelectMany(property => Leaves(property.Value, property.Name));

    /// <summary>Says whether what is said of a path holds for a number.</summary>
    public static bool Covers(string path, string leaf) =>
        leaf == path || leaf.StartsWith(path + ".", StringComparison.Ordinal);

    public static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : "";

    private static IEnumerable<(string Path, string Value)> Leaves(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(property => Leaves(property.Value, $"{path}.{property.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, place) => Leaves(item, string.Create(CultureInfo.InvariantCulture, $"{path}.{place}"))),
        JsonValueKind.Number or JsonValueKind.Null => [(path, value.GetRawText())],
        JsonValueKind.String when path.StartsWith("dose.", StringComparison.Ordinal) => [(path, value.GetString()!)],
        JsonValueKind.String when path == "eligibility" && value.GetString()!.Any(char.IsAsciiDigit) => [(path, value.GetString()!)],
        _ => [],
    };

    private static PolicyNumber[] ReadNumbers(JsonElement policy, string id)
    {
        (string Path, string Status)[] said = [.. Properties(policy, Numbers).Select(one => (one.Name, one.Value.GetString()!))];
        return [.. Leaves(policy).Select(leaf =>
        {
            string status = said.Where(one => Covers(one.Path, leaf.Path)).OrderByDescending(one => one.Path.Length).FirstOrDefault().Status ?? "";
            string[] parts = status.Split(": ", 2);
            return new PolicyNumber(id, leaf.Path, leaf.Value, ReadStatus(parts[0]), parts.Length > 1 ? parts[1] : "");
        })];
    }

    private static NumberStatus ReadStatus(string word) => word switch
    {
        "SOURCE" => NumberStatus.Source,
        "PROTO" => NumberStatus.Computed,
        "INF" => NumberStatus.Inferred,
        _ => NumberStatus.Unstated,
    };

    private static Delivery ReadDelivery(JsonElement delivery)
    {
        Delivery standard = new();
        return delivery.ValueKind != JsonValueKind.Object ? standard : new Delivery
        {
            Unit = ReadWord<DeliveryUnit>(delivery.GetProperty("unit")),
            GroupSize = (int)Number(delivery, "groupSize", standard.GroupSize),
            CapacityPerPeriod = (int)Number(delivery, "capacityPerPeriod", standard.CapacityPerPeriod),
        };
    }

    private static TakeUp ReadTakeUp(JsonElement logit) => logit.ValueKind != JsonValueKind.Object ? new TakeUp() : new TakeUp
    {
        Constant = logit.GetProperty("const").GetDouble(),
        Slopes = logit.EnumerateObject().Where(slope => slope.Name != "const")
            .ToDictionary(slope => slope.Name, slope => slope.Value.GetDouble(), StringComparer.Ordinal),
    };

    private static AnchorFirm ReadAnchor(JsonElement anchor)
    {
        AnchorFirm standard = new();
        return new AnchorFirm
        {
            CapabilityQuantile = Number(anchor, "capabilityQuantile", standard.CapabilityQuantile),
            Workers = Number(anchor, "workers", standard.Workers),
            VerticalTies = (int)Number(anchor, "verticalTies", standard.VerticalTies),
        };
    }

    private static PolicyCost ReadCost(JsonElement cost) => new()
    {
        Fixed = Number(cost, "fixed", 0),
        PerFirm = Number(cost, "perFirm", 0),
        PerGroupPeriod = Number(cost, "perGroupPeriod", 0),
        PerPeriod = Number(cost, "perPeriod", 0),
        FirmTimeDays = Number(cost, "firmTimeDays", 0),
    };

    private static PolicyDesign ReadDesign(JsonElement design) => new()
    {
        NeedsAsked = YesOrNo(design, "needsAsked"),
        FirmsChoose = YesOrNo(design, "firmsChoose"),
        CommonProblem = YesOrNo(design, "commonProblem"),
        SelfHelpBody = YesOrNo(design, "selfHelpBody"),
        FirmShare = Number(design, "firmShare", double.NaN) is double share && !double.IsNaN(share) ? share : null,
        ProvidersCompete = YesOrNo(design, "providersCompete"),
    };

    private static bool? YesOrNo(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement answer) ? answer.GetBoolean() : null;

    private static double Number(JsonElement parent, string name, double otherwise) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number
            ? number.GetDouble()
            : otherwise;

    private static JsonElement Part(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement part) ? part : default;

    private static JsonElement[] Items(JsonElement parent, string name) =>
        Part(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static JsonProperty[] Properties(JsonElement parent, string name) =>
        Part(parent, name) is { ValueKind: JsonValueKind.Object } part ? [.. part.EnumerateObject()] : [];

    private static T ReadWord<T>(JsonElement word)
        where T : struct, Enum => Enum.GetValues<T>().Single(value => Words.Of(value) == word.GetString());
}
