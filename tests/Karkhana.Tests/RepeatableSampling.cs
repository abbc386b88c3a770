using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Xunit;

namespace Karkhana.Tests;

/// <summary>
/// Property tests on draws that are the same in every run: the stream is addressed by the test's name. A change is then judged by itself, not by the day's
/// draw. Set the variable KARKHANA_FRESH_DRAWS to draw anew with CsCheck itself (more draws with CsCheck_Iter), which a change of an estimator should see once.
/// </summary>
/// <remarks>These take the place of CsCheck's methods of the same name, since the compiler looks in the enclosing namespace before the usings.</remarks>
internal static class RepeatableSampling
{
    private const int Shrinks = 50;

    private static bool Fresh => Environment.GetEnvironmentVariable("KARKHANA_FRESH_DRAWS") is { Length: > 0 };

    public static void Sample<T>(this Gen<T> gen, Func<T, bool> holds, long iter = 100, [CallerMemberName] string test = "")
    {
        if (Fresh)
        {
            Check.Sample(gen, holds, iter: iter);
            return;
        }

        PCG draws = new(BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(test))), 0);
        for (long draw = 0; draw < iter; draw++)
        {
            string seed = draws.ToString(draws.State);
            if (!Holds(holds, gen.Generate(draws, null, out _)))
            {
                Check.Sample(gen, holds, seed: seed, iter: Shrinks); // fails with the shrunken case and the seed
                Assert.Fail($"The property failed on the draw of seed {seed} and held when it was asked again.");
            }
        }
    }

    public static void Sample<T>(this Gen<T> gen, Action<T> asserts, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => { asserts(value); return true; }, iter, test);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> holds, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => holds(value.Item1, value.Item2), iter, test);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> asserts, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => asserts(value.Item1, value.Item2), iter, test);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> holds, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => holds(value.Item1, value.Item2, value.Item3), iter, test);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> asserts, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => asserts(value.Item1, value.Item2, value.Item3), iter, test);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Func<T1, T2, T3, T4, bool> holds, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => holds(value.Item1, value.Item2, value.Item3, value.Item4), iter, test);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> asserts, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => asserts(value.Item1, value.Item2, value.Item3, value.Item4), iter, test);

    public static void Sample<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> gen, Func<T1, T2, T3, T4, T5, bool> holds, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => holds(value.Item1, value.Item2, value.Item3, value.Item4, value.Item5), iter, test);

    public static void Sample<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> gen, Action<T1, T2, T3, T4, T5> asserts, long iter = 100, [CallerMemberName] string test = "") =>
        gen.Sample(value => asserts(value.Item1, value.Item2, value.Item3, value.Item4, value.Item5), iter, test);

    private static bool Holds<T>(Func<T, bool> holds, T value)
    {
        try { return holds(value); }
        catch { return false; }
    }
}
