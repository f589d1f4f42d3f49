using System.Security.Cryptography;
using System.Text;

namespace Outreach.Sdk.Tests.Webhooks;

public sealed class WebhookVerifierTests
{
    private const string Secret = "whsec_5kQ2vN8rT1xW7yB4mJ9cL3pF6hD0sGzE";
    private const string Other = "whsec_0000000000000000000000000000000Z";
    private static readonly byte[] Body = """{"id":"evt_1","type":"message.sent","data":{"name":"Zoë"}}"""u8.ToArray();
    private static readonly string Good = WebhookVerifier.Sign(Body, Secret);

    [Fact]
    public void A_signature_is_the_lower_case_hex_HMAC_SHA256_of_the_bytes_under_the_whole_secret()
    {
        Good.Should().Be(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Body)));
        WebhookVerifier.Sign("what do ya want for nothing?"u8, "Jefe").Should().Be("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", "RFC 4231 says so");
    }

    [Fact]
    public void What_was_signed_with_the_secret_is_valid()
        => new WebhookVerifier(Secret).Verify(Body, Good).Should().Be(WebhookVerification.Valid);

    [Fact]
    public void An_empty_body_is_signed_like_any_other()
        => new WebhookVerifier(Secret).Verify([], WebhookVerifier.Sign([], Secret)).Should().Be(WebhookVerification.Valid);

    [Fact]
    public void Upper_case_hex_is_the_same_signature()
        => new WebhookVerifier(Secret).Verify(Body, Good.ToUpperInvariant()).Should().Be(WebhookVerification.Valid);

    public static TheoryData<string?, WebhookVerification> BadSignatures => new()
    {
        { null, WebhookVerification.MissingSignature },
        { "", WebhookVerification.MissingSignature },
        { " ", WebhookVerification.MalformedSignature },
        { Good[..63], WebhookVerification.MalformedSignature },
        { Good[..62], WebhookVerification.MalformedSignature },
        { Good + "0", WebhookVerification.MalformedSignature },
        { Good + Good, WebhookVerification.MalformedSignature },
        { Good + "," + Good, WebhookVerification.MalformedSignature },
        { " " + Good[1..], WebhookVerification.MalformedSignature },
        { Good + " ", WebhookVerification.MalformedSignature },
        { "sha256=" + Good, WebhookVerification.MalformedSignature },
        { new string('g', 64), WebhookVerification.MalformedSignature },
        { Good[..63] + "ä", WebhookVerification.MalformedSignature },
        { Good[..63] + "\0", WebhookVerification.MalformedSignature },
        { new string('0', 64), WebhookVerification.Invalid },
        { WebhookVerifier.Sign(Body, Other), WebhookVerification.Invalid },
        { WebhookVerifier.Sign(Body, Secret["whsec_".Length..]), WebhookVerification.Invalid },
        { WebhookVerifier.Sign([.. Body, (byte)'\n'], Secret), WebhookVerification.Invalid },
        { WebhookVerifier.Sign([], Secret), WebhookVerification.Invalid },
    };

    [Theory]
    [MemberData(nameof(BadSignatures))]
    public void Anything_else_is_not_valid(string? signature, WebhookVerification expected)
        => new WebhookVerifier(Secret).Verify(Body, signature).Should().Be(expected);

    [Fact]
    public void Without_a_secret_nothing_is_valid()
    {
        WebhookVerifier empty = new();

        empty.Verify(Body, Good).Should().Be(WebhookVerification.NoSecret);
        empty.Verify(Body, Convert.ToHexStringLower(HMACSHA256.HashData(Array.Empty<byte>(), Body))).Should().Be(WebhookVerification.NoSecret);
        default(WebhookVerification).Should().NotBe(WebhookVerification.Valid);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_secret_is_refused_wherever_it_is_given(string? blank)
    {
        WebhookVerifier verifier = new(Secret);

        FluentActions.Invoking(() => new WebhookVerifier(Secret, blank!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => verifier.Add(blank!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => verifier.Replace(blank!)).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => WebhookVerifier.Sign(Body, blank!)).Should().Throw<ArgumentException>();
        verifier.Verify(Body, Good).Should().Be(WebhookVerification.Valid, "what was in force stays in force");
    }

    [Fact]
    public void During_a_rotation_both_secrets_hold_and_afterwards_only_the_new_one()
    {
        WebhookVerifier verifier = new(Secret);
        string next = WebhookVerifier.Sign(Body, Other);

        verifier.Verify(Body, next).Should().Be(WebhookVerification.Invalid);
        verifier.Add(Other);
        verifier.Verify(Body, next).Should().Be(WebhookVerification.Valid);
        verifier.Verify(Body, Good).Should().Be(WebhookVerification.Valid);
        verifier.Remove(Secret).Should().BeTrue();
        verifier.Verify(Body, Good).Should().Be(WebhookVerification.Invalid);
        verifier.Verify(Body, next).Should().Be(WebhookVerification.Valid);
        verifier.Remove(Secret).Should().BeFalse();
        verifier.Replace();
        verifier.Verify(Body, next).Should().Be(WebhookVerification.NoSecret);
        verifier.Replace(Secret, Other);
        verifier.Verify(Body, Good).Should().Be(WebhookVerification.Valid);
    }

    [Fact]
    public void A_secret_added_twice_is_revoked_at_once()
    {
        WebhookVerifier verifier = new(Secret, Secret);
        verifier.Add(Secret);

        verifier.Remove(Secret).Should().BeTrue();

        verifier.Verify(Body, Good).Should().Be(WebhookVerification.NoSecret);
    }

    [Fact]
    public async Task Rotating_while_many_verify_never_lets_a_signature_fall_between_the_secrets()
    {
        WebhookVerifier verifier = new(Secret, Other);
        string next = WebhookVerifier.Sign(Body, Other);

        Task rotating = Task.Run(() =>
        {
            for (int i = 0; i < 2_000; i++)
            {
                verifier.Remove(Secret);
                verifier.Add(Secret);
            }
        });
        Task<bool> verifying = Task.Run(() => Enumerable.Range(0, 2_000).All(_ => verifier.Verify(Body, next) == WebhookVerification.Valid));

        await rotating;
        (await verifying).Should().BeTrue();
    }

    [Fact]
    public void Every_change_of_one_bit_of_the_body_is_noticed()
    {
        WebhookVerifier verifier = new(Other, Secret);
        byte[] changed = [.. Body];
        for (int bit = 0; bit < changed.Length * 8; bit++)
        {
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            verifier.Verify(changed, Good).Should().Be(WebhookVerification.Invalid);
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Every_other_digit_at_every_place_of_the_signature_is_noticed()
    {
        WebhookVerifier verifier = new(Secret);
        for (int at = 0; at < Good.Length; at++)
        {
            for (char digit = '\0'; digit < 128; digit++)
            {
                if (char.ToLowerInvariant(digit) == Good[at]) continue;
                string changed = Good[..at] + digit + Good[(at + 1)..];
                verifier.Verify(Body, changed).Should().Be(char.IsAsciiHexDigit(digit) ? WebhookVerification.Invalid : WebhookVerification.MalformedSignature);
            }
        }
    }

    [Fact]
    public void Every_truncation_and_every_repetition_is_noticed()
    {
        WebhookVerifier verifier = new(Secret);
        for (int length = 0; length < Good.Length; length++)
        {
            verifier.Verify(Body, Good.AsSpan(0, length)).Should().NotBe(WebhookVerification.Valid);
            verifier.Verify(Body, Good[length..] + Good).Should().NotBe(WebhookVerification.Valid);
        }
    }

    [Fact]
    public void Verifying_allocates_nothing()
    {
        WebhookVerifier verifier = new(Secret, Other);
        byte[] large = new byte[64 * 1024];
        string signature = WebhookVerifier.Sign(large, Other);
        verifier.Verify(large, signature);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) verifier.Verify(large, signature);

        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }
}
