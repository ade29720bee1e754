package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"

	"nianbao/page"
)

// crypt undoes the standard security handler with the empty user password: such
// files open in any viewer, and only printing or changing them is forbidden.
// A file that needs a password is a fault.
type crypt struct {
	key           []byte
	streams, text method
}

// method is how one kind of data is enciphered.
type method uint8

const (
	methodNone method = iota
	methodRC4
	methodAES128
	methodAES256
)

var methods = map[string]method{"V2": methodRC4, "AESV2": methodAES128, "AESV3": methodAES256}

// newCrypt finds the file's key.
func newCrypt(e *object, id string) (*crypt, error) {
	locked := &page.Fault{Code: page.FaultEncrypted}
	if e.key("Filter").name() != "Standard" {
		locked.Detail = "security handler " + e.key("Filter").name()
		return nil, locked
	}
	c := &crypt{streams: methodRC4, text: methodRC4}
	if e.key("V").int() >= 4 {
		filters := e.key("CF")
		c.streams = methods[filters.key(e.key("StmF").name()).key("CFM").name()]
		c.text = methods[filters.key(e.key("StrF").name()).key("CFM").name()]
	}
	if e.key("R").int() >= 5 {
		c.key = key256(e)
	} else {
		c.key = key128(e, id)
	}
	if c.key == nil {
		return nil, locked
	}
	return c, nil
}

// padding is the password that stands for none (PDF 32000-1, algorithm 2).
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// key128 is the key of revisions 2 to 4, or nil where the empty password is not
// the right one.
func key128(e *object, id string) []byte {
	revision := e.key("R").int()
	n := 5
	if revision >= 3 {
		n = max(5, min(16, int(e.key("Length").number(40))/8))
		if e.key("V").int() >= 4 {
			n = 16
		}
	}
	h := md5.New()
	h.Write(padding)
	owner := e.key("O").bytes()
	h.Write([]byte(owner[:min(32, len(owner))]))
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(int64(e.key("P").float()))))
	h.Write([]byte(id))
	if meta := e.key("EncryptMetadata"); revision >= 4 && meta.is(kindBool) && !meta.bool() {
		h.Write([]byte{255, 255, 255, 255})
	}
	key := h.Sum(nil)
	if revision >= 3 {
		for range 50 {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	key = key[:n]
	if want := []byte(e.key("U").bytes()); !bytes.HasPrefix(want, userCheck(key, id, revision)) {
		return nil
	}
	return key
}

// userCheck is what /U must begin with (algorithms 4 and 5).
func userCheck(key []byte, id string, revision int) []byte {
	if revision < 3 {
		return xorRC4(key, padding)
	}
	sum := md5.Sum(append(bytes.Clone(padding), id...))
	out := sum[:]
	for i := range 20 {
		round := bytes.Clone(key)
		for k := range round {
			round[k] ^= byte(i)
		}
		out = xorRC4(round, out)
	}
	return out
}

// key256 is the key of revisions 5 and 6 (ISO 32000-2, algorithm 2.A).
func key256(e *object) []byte {
	user, sealed := []byte(e.key("U").bytes()), []byte(e.key("UE").bytes())
	if len(user) < 48 || len(sealed) < 32 {
		return nil
	}
	hash := hash6
	if e.key("R").int() == 5 {
		hash = func(salt []byte) []byte { sum := sha256.Sum256(salt); return sum[:] }
	}
	if !bytes.Equal(hash(user[32:40]), user[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(user[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, sealed[:32])
	return key
}

// hash6 is algorithm 2.B of ISO 32000-2 for the empty user password.
func hash6(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for i := 0; ; i++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		rest := 0
		for _, b := range e[:16] {
			rest += int(b)
		}
		switch rest % 3 {
		case 0:
			sum := sha256.Sum256(e)
			k = sum[:]
		case 1:
			sum := sha512.Sum384(e)
			k = sum[:]
		default:
			sum := sha512.Sum512(e)
			k = sum[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// strings deciphers the strings of an indirect object in place.
func (c *crypt) strings(o *object, id, gen int) {
	if o == nil {
		return
	}
	if o.kind == kindString {
		o.text = string(c.undo(c.text, id, gen, []byte(o.text)))
	}
	for _, part := range o.list {
		c.strings(part, id, gen)
	}
	for _, part := range o.dict {
		c.strings(part, id, gen)
	}
}

// stream deciphers a stream's raw bytes. Cross-reference streams are never
// enciphered, nor is one whose own filter says so.
func (c *crypt) stream(o *object, raw []byte) []byte {
	if o.key("Type").name() == "XRef" {
		return raw
	}
	if steps := filtersOf(o); len(steps) > 0 && steps[0].name == "Crypt" && steps[0].parms.key("Name").name() != "StdCF" {
		return raw
	}
	return c.undo(c.streams, o.id, o.gen, raw)
}

func (c *crypt) undo(m method, id, gen int, data []byte) []byte {
	switch m {
	case methodRC4:
		return xorRC4(c.objectKey(id, gen, ""), data)
	case methodAES128:
		return undoAES(c.objectKey(id, gen, "sAlT"), data)
	case methodAES256:
		return undoAES(c.key, data)
	}
	return data
}

// objectKey is the key of one object (algorithm 1).
func (c *crypt) objectKey(id, gen int, salt string) []byte {
	h := md5.New()
	h.Write(c.key)
	h.Write([]byte{byte(id), byte(id >> 8), byte(id >> 16), byte(gen), byte(gen >> 8)})
	h.Write([]byte(salt))
	return h.Sum(nil)[:min(16, len(c.key)+5)]
}

func xorRC4(key, data []byte) []byte {
	out := make([]byte, len(data))
	if c, err := rc4.NewCipher(key); err == nil {
		c.XORKeyStream(out, data)
	}
	return out
}

// undoAES reads CBC data that begin with their initial vector and end with
// padding.
func undoAES(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 32 {
		return nil
	}
	body := data[16 : len(data)-len(data)%16]
	out := make([]byte, len(body))
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, body)
	if pad := int(out[len(out)-1]); pad >= 1 && pad <= 16 {
		out = out[:len(out)-pad]
	}
	return out
}
