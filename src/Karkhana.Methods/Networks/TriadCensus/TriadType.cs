namespace Karkhana.Methods.Networks;

/// <summary>The sixteen types of triads in the notation of Holland and Leinhardt.</summary>
internal static class TriadType
{
    private const int Sends = 1;
    private const int Receives = 2;
    private const int Mutual = 3;

    private static readonly int[] Types = [.. Enumerable.Range(0, 64).Select(code => Classify(code / 16, code / 4 % 4, code % 4))];

    public static IReadOnlyList<string> Names { get; } =
    [
        "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C", "210", "300",
    ];

    /// <summary>Gives the type by three dyads: 0 no tie, 1 from the first to the second node, 2 back, 3 both.</summary>
    public static int Of(int firstSecond, int firstThird, int secondThird) =>
        Types[(firstSecond * 16) + (firstThird * 4) + secondThird];

    private static int Classify(int firstSecond, int firstThird, int secondThird)
    {
        int[] dyads = [firstSecond, firstThird, secondThird];
        int mutual = dyads.Count(dyad => dyad == Mutual);
        int asymmetric = dyads.Count(dyad => dyad is Sends or Receives);
        // How many of the one-way ties each node sends and receives.
        int[] sent = [Is(firstSecond, Sends) + Is(firstThird, Sends), Is(firstSecond, Receives) + Is(secondThird, Sends), Is(firstThird, Receives) + Is(secondThird, Receives)];
        int[] received = [Is(firstSecond, Receives) + Is(firstThird, Receives), Is(firstSecond, Sends) + Is(secondThird, Receives), Is(firstThird, Sends) + Is(secondThird, Sends)];
        // The node outside a mutual dyad: 2 − place of the dyad.
        int outside = 2 - Array.IndexOf(dyads, Mutual);
        return (mutual, asymmetric) switch
        {
            (0, 0) => 0,
            (0, 1) => 1,
            (1, 0) => 2,
            (0, 2) => sent.Contains(2) ? 3 : received.Contains(2) ? 4 : 5,
            (1, 1) => sent[outside] == 1 ? 6 : 7,
            (0, 3) => sent.Contains(2) ? 8 : 9,
            (2, 0) => 10,
            (1, 2) => sent[outside] == 2 ? 11 : received[outside] == 2 ? 12 : 13,
            (2, 1) => 14,
            _ => 15,
        };
    }

    private static int Is(int dyad, int code) => dyad == code ? 1 : 0;
}
